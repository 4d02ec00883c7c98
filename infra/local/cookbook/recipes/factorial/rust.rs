/// Returns 1 * 2 * ... * n, which is 1 for 0, or `None` above n = 34, where the
/// result is larger than a u128 can hold.
fn factorial(n: u32) -> Option<u128> {
    (1..=u128::from(n)).try_fold(1, |product: u128, factor| product.checked_mul(factor))
}

fn main() {
    for n in [0, 1, 5, 10, 20] {
        match factorial(n) {
            Some(product) => println!("{n}! = {product}"),
            None => println!("{n}! is too large"),
        }
    }
}
