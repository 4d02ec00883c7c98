package main

import "fmt"

// BinarySearch returns the index of the first item equal to the target, or -1.
// The items must be in ascending order. It takes O(log n) comparisons.
func BinarySearch(items []int, target int) int {
	low, high := 0, len(items)
	for low < high {
		middle := low + (high-low)/2
		if items[middle] < target {
			low = middle + 1
		} else {
			high = middle
		}
	}
	if low < len(items) && items[low] == target {
		return low
	}
	return -1
}

func main() {
	numbers := []int{2, 3, 5, 7, 11, 13, 17, 19}
	for _, target := range []int{7, 2, 19, 4, 23} {
		if index := BinarySearch(numbers, target); index >= 0 {
			fmt.Printf("%d: index %d\n", target, index)
		} else {
			fmt.Printf("%d: not found\n", target)
		}
	}
}
