/// Returns all primes that are at most the limit, in ascending order, by the sieve
/// of Eratosthenes.
///
/// Takes O(n log log n) time and O(n) space.
fn primes_up_to(limit: usize) -> Vec<usize> {
    let mut crossed_out = vec![false; limit + 1];
    let mut primes = Vec::new();
    for number in 2..=limit {
        if crossed_out[number] {
            continue;
        }
        primes.push(number);
        // Smaller multiples were crossed out by smaller primes.
        let first = number.saturating_mul(number);
        for multiple in (first..=limit).step_by(number) {
            crossed_out[multiple] = true;
        }
    }
    primes
}

fn main() {
    let primes: Vec<String> = primes_up_to(100).iter().map(usize::to_string).collect();
    println!("{}", primes.join(" "));
}
