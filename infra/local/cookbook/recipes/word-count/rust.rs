//! Counts the words of a text: of the file named on the command line, or a sample.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::{env, fs, io};

const SAMPLE: &str =
    "The quick brown fox jumps over the lazy dog. The dog doesn't mind; the fox does.";

const APOSTROPHES: [char; 2] = ['\'', '’'];

/// Returns how often each word occurs in the text, in lower case.
///
/// A word is made of letters and digits, with apostrophes inside: "doesn't" is one.
fn count_words(text: &str) -> HashMap<String, usize> {
    let mut counts = HashMap::new();
    let words = text
        .split(|c: char| !c.is_alphanumeric() && !APOSTROPHES.contains(&c))
        .map(|word| word.trim_matches(APOSTROPHES))
        .filter(|word| !word.is_empty());
    for word in words {
        *counts.entry(word.to_lowercase()).or_insert(0) += 1;
    }
    counts
}

/// Returns the most frequent words, those equally frequent by the alphabet.
fn most_frequent(counts: &HashMap<String, usize>, limit: usize) -> Vec<(&String, &usize)> {
    let mut entries: Vec<_> = counts.iter().collect();
    entries.sort_by_key(|&(word, count)| (Reverse(count), word));
    entries.truncate(limit);
    entries
}

fn main() -> io::Result<()> {
    let text = match env::args().nth(1) {
        Some(path) => fs::read_to_string(path)?,
        None => SAMPLE.to_string(),
    };
    let counts = count_words(&text);
    let total: usize = counts.values().sum();
    println!("{total} words, {} different", counts.len());
    for (word, count) in most_frequent(&counts, 5) {
        println!("{word}: {count}");
    }
    Ok(())
}
