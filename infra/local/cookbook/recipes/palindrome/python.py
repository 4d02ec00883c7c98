"""Check whether a text is a palindrome."""


def is_palindrome(text: str) -> bool:
    """Return whether text reads the same in both directions.

    Only letters and digits count, and their case does not. A text without any
    is a palindrome.
    """
    letters = [letter for letter in text.casefold() if letter.isalnum()]
    return letters == letters[::-1]


def main() -> None:
    for text in ("racecar", "A man, a plan, a canal: Panama", "hello", "12321", ""):
        print(f'"{text}": {"yes" if is_palindrome(text) else "no"}')


if __name__ == "__main__":
    main()
