/// Returns whether the number is prime, by trial division in O(sqrt(n)) time.
///
/// Every prime above 3 is one less or one more than a multiple of 6, so only such
/// divisors are tried.
fn is_prime(number: i64) -> bool {
    if number < 2 {
        return false;
    }
    if number < 4 {
        return true;
    }
    if number % 2 == 0 || number % 3 == 0 {
        return false;
    }
    (5..)
        .step_by(6)
        .take_while(|divisor| *divisor <= number / divisor)
        .all(|divisor| number % divisor != 0 && number % (divisor + 2) != 0)
}

fn main() {
    for number in [-7, 0, 1, 2, 9, 25, 97, 561, 7919] {
        let verdict = if is_prime(number) {
            "prime"
        } else {
            "not prime"
        };
        println!("{number} is {verdict}");
    }
}
