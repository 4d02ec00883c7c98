"""Reverse a string."""


def reverse(text: str) -> str:
    """Return the characters of the text in reverse order."""
    return text[::-1]


def main() -> None:
    for text in ("hello", "Café 😀", ""):
        print(f'"{text}" reversed is "{reverse(text)}"')


if __name__ == "__main__":
    main()
