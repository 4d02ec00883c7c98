"""FizzBuzz from 1 to 100."""


def fizzbuzz(number: int) -> str:
    """Return "Fizz" for multiples of 3, "Buzz" for multiples of 5,
    "FizzBuzz" for multiples of both, and else the number itself."""
    word = ""
    if number % 3 == 0:
        word += "Fizz"
    if number % 5 == 0:
        word += "Buzz"
    return word or str(number)


def main() -> None:
    for number in range(1, 101):
        print(fizzbuzz(number))


if __name__ == "__main__":
    main()
