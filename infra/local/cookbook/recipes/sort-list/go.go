package main

import (
	"fmt"
	"sort"
	"strings"
)

// sortNumbers returns the numbers from the smallest to the largest, as a new slice.
func sortNumbers(numbers []int) []int {
	sorted := append([]int(nil), numbers...)
	sort.Ints(sorted)
	return sorted
}

// sortWords returns the words in alphabetical order, upper and lower case alike.
func sortWords(words []string) []string {
	sorted := append([]string(nil), words...)
	sort.SliceStable(sorted, func(i, j int) bool {
		return strings.ToLower(sorted[i]) < strings.ToLower(sorted[j])
	})
	return sorted
}

func join(numbers []int) string {
	return strings.Trim(fmt.Sprint(numbers), "[]")
}

func main() {
	numbers := []int{5, 2, 9, 1, 5}
	fmt.Println("ascending:", join(sortNumbers(numbers)))
	descending := sortNumbers(numbers)
	sort.Sort(sort.Reverse(sort.IntSlice(descending)))
	fmt.Println("descending:", join(descending))
	fmt.Println("words:", strings.Join(sortWords([]string{"cherry", "Apple", "banana"}), " "))
}
