/// Returns the index of the first item equal to the target, if there is one.
///
/// The items must be in ascending order. Takes O(log n) comparisons.
fn binary_search<T: Ord>(items: &[T], target: &T) -> Option<usize> {
    let mut low = 0;
    let mut high = items.len();
    while low < high {
        let middle = low + (high - low) / 2;
        if items[middle] < *target {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    (items.get(low) == Some(target)).then_some(low)
}

fn main() {
    let numbers = [2, 3, 5, 7, 11, 13, 17, 19];
    for target in [7, 2, 19, 4, 23] {
        match binary_search(&numbers, &target) {
            Some(index) => println!("{target}: index {index}"),
            None => println!("{target}: not found"),
        }
    }
}
