"""Check whether a text has the form of an e-mail address."""

import re

LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
EMAIL = re.compile(rf"[A-Za-z0-9.!#$%&'*+/=?^_`{{|}}~-]{{1,64}}@(?:{LABEL}\.)+{LABEL}")


def is_email(text: str) -> bool:
    """Return whether the text has the form of an address with a domain.

    The pattern is that of <input type="email"> in HTML, with at least one dot in the
    domain. Whether mail arrives there only a message can show.
    """
    return len(text) <= 254 and EMAIL.fullmatch(text) is not None


def main() -> None:
    for text in ("ada@example.com", "first.last+tag@mail.example.org", "ada@localhost", "two@@example.com", "no at.com"):
        print(f"{text}: {'valid' if is_email(text) else 'not valid'}")


if __name__ == "__main__":
    main()
