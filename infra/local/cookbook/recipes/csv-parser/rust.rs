//! Parses CSV: the file named on the command line, or a sample.

use std::error::Error;
use std::mem::take;
use std::{env, fs};

const SAMPLE: &str =
    "name,note\r\nAda,\"first, ever\"\r\nGrace,\"said \"\"bug\"\"\"\r\n\"Two\nlines\",end\r\n";

/// Returns the rows of the text, each a vector of its fields (RFC 4180), or an
/// error when a quote is not closed.
///
/// A field in quotes may hold commas, line breaks and doubled quotes. Blank lines
/// are skipped.
fn parse_csv(text: &str) -> Result<Vec<Vec<String>>, &'static str> {
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let mut field = String::new();
    let mut quoted = false; // inside quotes
    let mut started = false; // the row has at least one character
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        if quoted {
            if character != '"' || characters.next_if_eq(&'"').is_some() {
                field.push(character);
            } else {
                quoted = false;
            }
            continue;
        }
        match character {
            '\n' if started => {
                row.push(take(&mut field));
                rows.push(take(&mut row));
                started = false;
            }
            '\n' => {}
            '\r' if characters.peek() == Some(&'\n') => {}
            other => {
                started = true;
                match other {
                    ',' => row.push(take(&mut field)),
                    '"' if field.is_empty() => quoted = true,
                    _ => field.push(other),
                }
            }
        }
    }
    if quoted {
        return Err("a quote is not closed");
    }
    if started {
        row.push(field);
        rows.push(row);
    }
    Ok(rows)
}

fn main() -> Result<(), Box<dyn Error>> {
    let text = match env::args().nth(1) {
        Some(path) => fs::read_to_string(path)?,
        None => SAMPLE.to_string(),
    };
    for row in parse_csv(text.trim_start_matches('\u{feff}'))? {
        println!("{}", row.join(" | ").replace('\n', "\\n"));
    }
    Ok(())
}
