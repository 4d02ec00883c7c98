/// Returns the n-th Fibonacci number, counted from fibonacci(0) = 0, or `None`
/// above n = 186, where the result is larger than a u128 can hold.
fn fibonacci(n: u32) -> Option<u128> {
    let mut previous: u128 = 1;
    let mut current: u128 = 0;
    for _ in 0..n {
        let following = current.checked_add(previous)?;
        previous = current;
        current = following;
    }
    Some(current)
}

fn main() {
    let first_ten: Vec<String> = (0..10)
        .filter_map(fibonacci)
        .map(|number| number.to_string())
        .collect();
    println!("{}", first_ten.join(" "));
    match fibonacci(90) {
        Some(number) => println!("fibonacci(90) = {number}"),
        None => println!("fibonacci(90) is too large"),
    }
}
