"""Check whether the brackets of a text are balanced."""

CLOSING = {"(": ")", "[": "]", "{": "}"}


def is_balanced(text: str) -> bool:
    """Return whether every bracket in text is closed, by its own kind, in order.

    The brackets are (), [] and {}; all other characters are ignored.
    """
    expected: list[str] = []
    for character in text:
        if character in CLOSING:
            expected.append(CLOSING[character])
        elif character in CLOSING.values():
            if not expected or expected.pop() != character:
                return False
    return not expected


def main() -> None:
    for text in ("{[()]}", "f(a[0], {b: 1})", "([)]", "((", ")", ""):
        print(f'"{text}": {"balanced" if is_balanced(text) else "not balanced"}')


if __name__ == "__main__":
    main()
