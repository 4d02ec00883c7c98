"""Levenshtein distance between two texts."""


def levenshtein_distance(source: str, target: str) -> int:
    """Return how many single-character edits turn source into target.

    An edit inserts, deletes or replaces one character. Takes O(n * m) time; only
    one row of the table is kept, as long as the shorter text.
    """
    if len(source) < len(target):
        source, target = target, source
    row = list(range(len(target) + 1))
    for i, source_character in enumerate(source, start=1):
        diagonal, row[0] = row[0], i
        for j, target_character in enumerate(target, start=1):
            replaced = diagonal + (source_character != target_character)
            diagonal = row[j]
            row[j] = min(replaced, row[j] + 1, row[j - 1] + 1)
    return row[-1]


def main() -> None:
    pairs = [("kitten", "sitting"), ("flaw", "lawn"), ("", "abc"), ("same", "same")]
    for source, target in pairs:
        distance = levenshtein_distance(source, target)
        print(f'"{source}" to "{target}": {distance}')


if __name__ == "__main__":
    main()
