"""A small HTTP server: python3 server.py [port], or the variable PORT, or 8080."""

import os
import sys
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Handler(BaseHTTPRequestHandler):
    """Greets at /, knows no other path, and answers GET and HEAD only."""

    def do_GET(self) -> None:
        if self.path.partition("?")[0] == "/":
            self.reply(HTTPStatus.OK, "Hello, world!\n")
        else:
            self.reply(HTTPStatus.NOT_FOUND, "Not found\n")

    do_HEAD = do_GET

    def refuse(self) -> None:
        self.reply(HTTPStatus.METHOD_NOT_ALLOWED, "Method not allowed\n", Allow="GET, HEAD")

    do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = refuse

    def reply(self, status: HTTPStatus, text: str, **headers: str) -> None:
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


def main() -> None:
    port = int(sys.argv[1] if len(sys.argv) > 1 else os.environ.get("PORT", "8080"))
    with ThreadingHTTPServer(("127.0.0.1", port), Handler) as server:
        print(f"Listening on http://127.0.0.1:{server.server_port}", flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            pass


if __name__ == "__main__":
    main()
