use std::fmt::Display;

/// A singly linked list; the empty list is `None`.
type List<T> = Option<Box<Node<T>>>;

struct Node<T> {
    value: T,
    next: List<T>,
}

/// Reverses the list, reusing its nodes.
///
/// Takes O(n) time and O(1) space.
fn reverse<T>(mut list: List<T>) -> List<T> {
    let mut reversed = None;
    while let Some(mut node) = list {
        list = node.next.take();
        node.next = reversed;
        reversed = Some(node);
    }
    reversed
}

/// Returns a list of the values, in their order.
fn from_values<T>(values: Vec<T>) -> List<T> {
    values
        .into_iter()
        .rev()
        .fold(None, |next, value| Some(Box::new(Node { value, next })))
}

fn show<T: Display>(list: &List<T>) -> String {
    let nodes = std::iter::successors(list.as_deref(), |node| node.next.as_deref());
    let values: Vec<String> = nodes.map(|node| node.value.to_string()).collect();
    if values.is_empty() {
        "(empty)".to_string()
    } else {
        values.join(" -> ")
    }
}

fn main() {
    let numbers = from_values(vec![1, 2, 3, 4]);
    println!("{}", show(&numbers));
    println!("{}", show(&reverse(numbers)));
    println!("{}", show(&reverse::<i32>(None)));
}
