"""Merge two dictionaries."""

from __future__ import annotations

from collections.abc import Mapping


def merge(first: Mapping[str, object], second: Mapping[str, object]) -> dict[str, object]:
    """Return a new dictionary with the entries of both; where both have a key, the second wins."""
    return {**first, **second}


def main() -> None:
    defaults = {"colour": "red", "size": 10}
    chosen = {"colour": "blue", "weight": 5}
    for key, value in merge(defaults, chosen).items():
        print(f"{key} = {value}")


if __name__ == "__main__":
    main()
