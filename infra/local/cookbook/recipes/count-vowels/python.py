"""Count the vowels of a text."""


def count_vowels(text: str) -> int:
    """Return how many characters are one of a, e, i, o and u, in either case."""
    return sum(char in "aeiou" for char in text.lower())


def main() -> None:
    for text in ("Hello, world", "AEIOU", "rhythm"):
        print(f'"{text}" has {count_vowels(text)} vowels')


if __name__ == "__main__":
    main()
