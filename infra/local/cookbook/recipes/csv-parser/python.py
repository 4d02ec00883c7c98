"""Parse CSV: the file named on the command line, or a sample."""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path

SAMPLE = (
    "name,note\r\n"
    'Ada,"first, ever"\r\n'
    'Grace,"said ""bug"""\r\n'
    '"Two\nlines",end\r\n'
)


def parse_csv(text: str) -> list[list[str]]:
    """Return the rows of text, each a list of its fields (RFC 4180).

    A field in quotes may hold commas, line breaks and doubled quotes. Blank
    lines are skipped. Raises csv.Error when a quote is not closed.
    """
    return [row for row in csv.reader(io.StringIO(text, newline=""), strict=True) if row]


def main() -> None:
    text = SAMPLE
    if len(sys.argv) > 1:
        # As bytes first: read_text would change the line breaks inside fields.
        text = Path(sys.argv[1]).read_bytes().decode("utf-8-sig")
    for row in parse_csv(text):
        print(" | ".join(field.replace("\n", "\\n") for field in row))


if __name__ == "__main__":
    main()
