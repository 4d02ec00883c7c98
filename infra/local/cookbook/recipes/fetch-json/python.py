"""Fetch JSON from a URL. Usage: python fetch_json.py URL"""

from __future__ import annotations

import json
import sys
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen


def fetch_json(url: str, timeout: float = 10) -> Any:
    """Return what the JSON document at the URL holds.

    Raises URLError (HTTPError for a status that is no success) or ValueError when the
    answer is no JSON.
    """
    request = Request(url, headers={"Accept": "application/json"})
    with urlopen(request, timeout=timeout) as response:
        return json.load(response)


def main() -> int:
    if len(sys.argv) != 2:
        print("usage: fetch_json.py URL", file=sys.stderr)
        return 2
    try:
        document = fetch_json(sys.argv[1])
    except HTTPError as error:
        print(f"the server answered {error.code} {error.reason}", file=sys.stderr)
        return 1
    except (URLError, ValueError) as error:
        print(f"cannot fetch {sys.argv[1]}: {error}", file=sys.stderr)
        return 1
    print(json.dumps(document, indent=2, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
