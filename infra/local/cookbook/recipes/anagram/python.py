"""Check whether two texts are anagrams."""

from collections import Counter


def are_anagrams(first: str, second: str) -> bool:
    """Return whether both texts have the same letters, each equally often.

    Case, spaces and punctuation do not count.
    """

    def letters(text: str) -> Counter:
        return Counter(char for char in text.casefold() if char.isalnum())

    return letters(first) == letters(second)


def main() -> None:
    for first, second in (("listen", "silent"), ("Dormitory", "Dirty room"), ("hello", "world"), ("aab", "abb")):
        print(f'"{first}" and "{second}": {"yes" if are_anagrams(first, second) else "no"}')


if __name__ == "__main__":
    main()
