//! A small HTTP server. The port is the first argument, or the variable PORT, or 8080.

use std::error::Error;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::time::Duration;
use std::{env, thread};

const LONGEST_HEAD: u64 = 16 * 1024;
const LONGEST_BODY: u64 = 1024 * 1024;

fn main() -> Result<(), Box<dyn Error>> {
    let port = env::args().nth(1).or_else(|| env::var("PORT").ok());
    let port: u16 = port.as_deref().unwrap_or("8080").parse()?;
    let listener = TcpListener::bind(("127.0.0.1", port))?;
    println!("Listening on http://{}", listener.local_addr()?);
    for stream in listener.incoming() {
        thread::spawn(move || {
            if let Err(error) = stream.and_then(serve) {
                eprintln!("{error}");
            }
        });
    }
    Ok(())
}

/// Reads one request, answers it, and closes the connection.
fn serve(mut stream: TcpStream) -> io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut head = BufReader::new(&stream).take(LONGEST_HEAD).lines();
    let request = head.next().unwrap_or_else(|| Ok(String::new()))?;
    // The headers end with an empty line.
    while head
        .next()
        .transpose()?
        .is_some_and(|line| !line.is_empty())
    {}

    let mut words = request.split(' ');
    let method = words.next().unwrap_or_default();
    let path = words
        .next()
        .unwrap_or_default()
        .split('?')
        .next()
        .unwrap_or_default();
    let (status, allow, body) = respond(method, path);
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: text/plain; charset=utf-8\r\n\
         Content-Length: {}\r\n{allow}Connection: close\r\n\r\n",
        body.len(),
    )?;
    if method != "HEAD" {
        stream.write_all(body.as_bytes())?;
    }
    // To close with something unread would cut the answer off.
    stream.shutdown(Shutdown::Write)?;
    io::copy(&mut stream.take(LONGEST_BODY), &mut io::sink())?;
    Ok(())
}

/// Greets at /, knows no other path, and answers GET and HEAD only.
/// Gives the status, the Allow header if there is one, and the body.
fn respond(method: &str, path: &str) -> (&'static str, &'static str, &'static str) {
    match (method, path) {
        ("GET" | "HEAD", "/") => ("200 OK", "", "Hello, world!\n"),
        ("GET" | "HEAD", _) => ("404 Not Found", "", "Not found\n"),
        _ => (
            "405 Method Not Allowed",
            "Allow: GET, HEAD\r\n",
            "Method not allowed\n",
        ),
    }
}
