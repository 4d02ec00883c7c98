package main

import "fmt"

// largest returns the largest number, and false for an empty slice.
func largest(numbers []int) (int, bool) {
	if len(numbers) == 0 {
		return 0, false
	}
	best := numbers[0]
	for _, number := range numbers[1:] {
		if number > best {
			best = number
		}
	}
	return best, true
}

func main() {
	for _, numbers := range [][]int{{3, -1, 9, 4}, {-5, -2}, {}} {
		if best, found := largest(numbers); found {
			fmt.Printf("largest of %d numbers: %d\n", len(numbers), best)
		} else {
			fmt.Printf("largest of %d numbers: none\n", len(numbers))
		}
	}
}
