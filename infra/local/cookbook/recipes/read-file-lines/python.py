"""Read a file line by line. Usage: python read_lines.py FILE"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path


def read_lines(path: str | Path) -> Iterator[str]:
    """Yield the lines of a UTF-8 text file without their line ends, one at a time.

    The file is never in memory as a whole. Raises OSError when it cannot be read.
    """
    with open(path, encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n")


def main() -> int:
    if len(sys.argv) != 2:
        print("usage: read_lines.py FILE", file=sys.stderr)
        return 2
    try:
        for number, line in enumerate(read_lines(sys.argv[1]), start=1):
            print(f"{number}: {line}")
    except OSError as error:
        print(f"cannot read {sys.argv[1]}: {error.strerror}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
