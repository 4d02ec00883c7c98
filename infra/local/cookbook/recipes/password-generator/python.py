"""Make a random password."""

import secrets
import string
import sys

GROUPS = (string.ascii_lowercase, string.ascii_uppercase, string.digits, "!#$%&*+-=?@_")


def make_password(length: int = 16) -> str:
    """Return a password with at least one character of each group.

    Raises ValueError for a length below 8. The randomness is that of the system, fit
    for secrets; the module `random` is not.
    """
    if length < 8:
        raise ValueError(f"length must be at least 8, not {length}")
    chars = [secrets.choice(group) for group in GROUPS]
    chars += [secrets.choice("".join(GROUPS)) for _ in range(length - len(chars))]
    secrets.SystemRandom().shuffle(chars)
    return "".join(chars)


if __name__ == "__main__":
    print(make_password(int(sys.argv[1]) if len(sys.argv) > 1 else 16))
