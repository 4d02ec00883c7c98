"""Sort a list."""

from __future__ import annotations


def sort_numbers(numbers: list[float]) -> list[float]:
    """Return the numbers from the smallest to the largest, as a new list."""
    return sorted(numbers)


def sort_words(words: list[str]) -> list[str]:
    """Return the words in alphabetical order, upper and lower case alike."""
    return sorted(words, key=str.casefold)


def main() -> None:
    numbers = [5, 2, 9, 1, 5]
    print("ascending:", *sort_numbers(numbers))
    print("descending:", *sorted(numbers, reverse=True))
    print("words:", *sort_words(["cherry", "Apple", "banana"]))


if __name__ == "__main__":
    main()
