"""Count the words of a text: of the file named on the command line, or a sample."""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

# Letters and digits, with apostrophes inside a word: "doesn't" is one word.
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

SAMPLE = (
    "The quick brown fox jumps over the lazy dog. "
    "The dog doesn't mind; the fox does."
)


def count_words(text: str) -> Counter[str]:
    """Return how often each word occurs in text, in lower case."""
    return Counter(word.lower() for word in WORD.findall(text))


def most_frequent(counts: Counter[str], limit: int) -> list[tuple[str, int]]:
    """Return the most frequent words, those equally frequent by the alphabet."""
    return sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))[:limit]


def main() -> None:
    text = Path(sys.argv[1]).read_text(encoding="utf-8") if len(sys.argv) > 1 else SAMPLE
    counts = count_words(text)
    print(f"{sum(counts.values())} words, {len(counts)} different")
    for word, count in most_frequent(counts, 5):
        print(f"{word}: {count}")


if __name__ == "__main__":
    main()
