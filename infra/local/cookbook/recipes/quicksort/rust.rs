use std::cmp::Ordering;

/// Sorts the items in place, in ascending order.
///
/// Takes O(n log n) comparisons on average and O(log n) extra space: the smaller
/// side is sorted by recursion, the larger one by the loop. Equal items are
/// gathered in the middle, so many duplicates do no harm.
fn quicksort<T: Ord>(mut items: &mut [T]) {
    while items.len() > 1 {
        let (first, last) = partition(items);
        let (rest, larger) = items.split_at_mut(last);
        let smaller = &mut rest[..first];
        if smaller.len() < larger.len() {
            quicksort(smaller);
            items = larger;
        } else {
            quicksort(larger);
            items = smaller;
        }
    }
}

/// Moves smaller items before the pivot and larger ones behind it; returns where
/// the items equal to it begin and where they have ended.
fn partition<T: Ord>(items: &mut [T]) -> (usize, usize) {
    // The pivot is always the item at `first`, as all items equal to it are together.
    items.swap(0, items.len() / 2);
    let (mut first, mut current, mut last) = (0, 1, items.len());
    while current < last {
        match items[current].cmp(&items[first]) {
            Ordering::Less => {
                items.swap(first, current);
                first += 1;
                current += 1;
            }
            Ordering::Greater => {
                last -= 1;
                items.swap(current, last);
            }
            Ordering::Equal => current += 1,
        }
    }
    (first, last)
}

fn join(items: &[i32]) -> String {
    let texts: Vec<String> = items.iter().map(i32::to_string).collect();
    texts.join(" ")
}

fn main() {
    let mut numbers = [5, 3, 8, -1, 9, 2, 5, 0];
    println!("before: {}", join(&numbers));
    quicksort(&mut numbers);
    println!("after: {}", join(&numbers));
}
