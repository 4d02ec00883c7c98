package main

import (
	"fmt"
	"strconv"
)

// FizzBuzz returns what stands for a number: "Fizz" for multiples of 3, "Buzz" for those of 5,
// "FizzBuzz" for those of both, else the number.
func FizzBuzz(n int) string {
	switch {
	case n%15 == 0:
		return "FizzBuzz"
	case n%5 == 0:
		return "Buzz"
	case n%3 == 0:
		return "Fizz"
	default:
		return strconv.Itoa(n)
	}
}

func main() {
	for n := 1; n <= 100; n++ {
		fmt.Println(FizzBuzz(n))
	}
}
