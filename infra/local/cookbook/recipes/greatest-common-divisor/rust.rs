/// Returns the greatest common divisor of a and b by Euclid's algorithm.
///
/// gcd(a, 0) is the absolute value of a, and gcd(0, 0) is 0. Unsigned, because the
/// absolute value of the smallest i64 is larger than an i64 can hold.
fn gcd(a: i64, b: i64) -> u64 {
    let (mut a, mut b) = (a.unsigned_abs(), b.unsigned_abs());
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

fn main() {
    for (a, b) in [(48, 18), (17, 5), (0, 9), (-12, 30), (0, 0)] {
        println!("gcd({a}, {b}) = {}", gcd(a, b));
    }
}
