"""A REST API for items, kept in memory. Usage: python items.py [PORT], 8080 by default.

    GET /items        all items
    POST /items       {"name": "..."} adds one
    GET /items/1      one item
    DELETE /items/1   removes it
"""

from __future__ import annotations

import json
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

MAX_BODY = 10_000
items: dict[int, dict] = {}


class ItemsHandler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/items":
            self.answer(200, list(items.values()))
        else:
            item = items.get(self.item_id())
            self.answer(200, item) if item else self.answer(404, {"error": "not found"})

    def do_POST(self) -> None:
        if self.path != "/items":
            self.answer(404, {"error": "not found"})
            return
        length = int(self.headers.get("Content-Length") or 0)
        if length > MAX_BODY:
            self.close_connection = True
            self.answer(413, {"error": f"the body is longer than {MAX_BODY} bytes"})
            return
        try:
            body = json.loads(self.rfile.read(length))
        except ValueError:
            body = None
        name = body.get("name") if isinstance(body, dict) else None
        if not isinstance(name, str) or not name.strip():
            self.answer(400, {"error": "name must be a text that is not blank"})
            return
        item = {"id": max(items, default=0) + 1, "name": name}
        items[item["id"]] = item
        self.answer(201, item)

    def do_DELETE(self) -> None:
        if items.pop(self.item_id(), None):
            self.answer(204)
        else:
            self.answer(404, {"error": "not found"})

    def item_id(self) -> int:
        prefix, _, number = self.path.rpartition("/")
        return int(number) if prefix == "/items" and number.isascii() and number.isdigit() else -1

    def answer(self, status: int, document: object = None) -> None:
        body = b"" if document is None else json.dumps(document).encode()
        self.send_response(status)
        if document is not None:
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        pass


def main() -> None:
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 8080
    with ThreadingHTTPServer(("127.0.0.1", port), ItemsHandler) as server:
        print(f"Listening on http://127.0.0.1:{server.server_address[1]}", flush=True)
        server.serve_forever()


if __name__ == "__main__":
    main()
