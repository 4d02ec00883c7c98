/// Returns "Fizz" for multiples of 3, "Buzz" for multiples of 5, "FizzBuzz" for
/// multiples of both, and else the number itself.
fn fizz_buzz(number: u32) -> String {
    match (number % 3, number % 5) {
        (0, 0) => "FizzBuzz".to_string(),
        (0, _) => "Fizz".to_string(),
        (_, 0) => "Buzz".to_string(),
        _ => number.to_string(),
    }
}

fn main() {
    for number in 1..=100 {
        println!("{}", fizz_buzz(number));
    }
}
