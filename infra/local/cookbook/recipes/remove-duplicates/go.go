package main

import "fmt"

// withoutDuplicates returns each item once, in the order of its first appearance.
func withoutDuplicates[T comparable](items []T) []T {
	seen := make(map[T]bool, len(items))
	var unique []T
	for _, item := range items {
		if !seen[item] {
			seen[item] = true
			unique = append(unique, item)
		}
	}
	return unique
}

func print[T any](items []T) {
	for i, item := range items {
		if i > 0 {
			fmt.Print(" ")
		}
		fmt.Print(item)
	}
	fmt.Println()
}

func main() {
	print(withoutDuplicates([]int{3, 1, 3, 2, 1}))
	print(withoutDuplicates([]string{"b", "a", "b", "A"}))
}
