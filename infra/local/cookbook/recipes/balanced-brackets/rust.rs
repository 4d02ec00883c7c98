/// Returns whether every bracket in the text is closed, by its own kind, in order.
///
/// The brackets are (), [] and {}; all other characters are ignored.
fn is_balanced(text: &str) -> bool {
    let mut expected = Vec::new();
    for character in text.chars() {
        match character {
            '(' => expected.push(')'),
            '[' => expected.push(']'),
            '{' => expected.push('}'),
            ')' | ']' | '}' if expected.pop() != Some(character) => return false,
            _ => {}
        }
    }
    expected.is_empty()
}

fn main() {
    for text in ["{[()]}", "f(a[0], {b: 1})", "([)]", "((", ")", ""] {
        let verdict = if is_balanced(text) {
            "balanced"
        } else {
            "not balanced"
        };
        println!("{text:?}: {verdict}");
    }
}
