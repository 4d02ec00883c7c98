/// Returns whether the text reads the same in both directions.
///
/// Only letters and digits count, and their case does not. A text without any is a
/// palindrome.
fn is_palindrome(text: &str) -> bool {
    let letters: Vec<char> = text
        .chars()
        .filter(|character| character.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect();
    letters.iter().eq(letters.iter().rev())
}

fn main() {
    let texts = [
        "racecar",
        "A man, a plan, a canal: Panama",
        "hello",
        "12321",
        "",
    ];
    for text in texts {
        println!(
            "{text:?}: {}",
            if is_palindrome(text) { "yes" } else { "no" }
        );
    }
}
