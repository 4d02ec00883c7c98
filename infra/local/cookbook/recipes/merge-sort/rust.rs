use std::fmt::Display;

/// Returns a new vector of the items in ascending order.
///
/// Stable: equal items keep their order. Takes O(n log n) time.
fn merge_sort<T: Ord + Clone>(items: &[T]) -> Vec<T> {
    if items.len() < 2 {
        return items.to_vec();
    }
    let (left, right) = items.split_at(items.len() / 2);
    merge(merge_sort(left), merge_sort(right))
}

/// Returns the items of two sorted vectors as one sorted vector.
fn merge<T: Ord>(left: Vec<T>, right: Vec<T>) -> Vec<T> {
    let mut merged = Vec::with_capacity(left.len() + right.len());
    let mut left = left.into_iter().peekable();
    let mut right = right.into_iter().peekable();
    while let (Some(a), Some(b)) = (left.peek(), right.peek()) {
        let next = if b < a { right.next() } else { left.next() };
        merged.extend(next);
    }
    merged.extend(left);
    merged.extend(right);
    merged
}

fn join<T: Display>(items: &[T]) -> String {
    let texts: Vec<String> = items.iter().map(T::to_string).collect();
    texts.join(" ")
}

fn main() {
    println!("{}", join(&merge_sort(&[5, 3, 8, -1, 9, 2, 5, 0])));
    println!("{}", join(&merge_sort(&["pear", "fig", "apple", "kiwi"])));
}
