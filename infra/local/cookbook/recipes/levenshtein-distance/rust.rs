/// Returns how many single-character edits turn the source into the target.
///
/// An edit inserts, deletes or replaces one character. Takes O(n * m) time; only
/// one row of the table is kept.
fn levenshtein_distance(source: &str, target: &str) -> usize {
    let target: Vec<char> = target.chars().collect();
    let mut row: Vec<usize> = (0..=target.len()).collect();
    for (i, source_character) in source.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, &target_character) in target.iter().enumerate() {
            let replaced = diagonal + usize::from(source_character != target_character);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[target.len()]
}

fn main() {
    let pairs = [
        ("kitten", "sitting"),
        ("flaw", "lawn"),
        ("", "abc"),
        ("same", "same"),
    ];
    for (source, target) in pairs {
        let distance = levenshtein_distance(source, target);
        println!("{source:?} to {target:?}: {distance}");
    }
}
