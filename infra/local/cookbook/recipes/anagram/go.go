package main

import (
	"fmt"
	"strings"
	"unicode"
)

// areAnagrams returns whether both texts have the same letters, each equally often. Case,
// spaces and punctuation do not count.
func areAnagrams(first, second string) bool {
	counts := map[rune]int{}
	count := func(text string, step int) {
		for _, char := range strings.ToLower(text) {
			if unicode.IsLetter(char) || unicode.IsNumber(char) {
				counts[char] += step
			}
		}
	}
	count(first, 1)
	count(second, -1)
	for _, left := range counts {
		if left != 0 {
			return false
		}
	}
	return true
}

func main() {
	pairs := [][2]string{{"listen", "silent"}, {"Dormitory", "Dirty room"}, {"hello", "world"}, {"aab", "abb"}}
	for _, pair := range pairs {
		answer := "no"
		if areAnagrams(pair[0], pair[1]) {
			answer = "yes"
		}
		fmt.Printf("\"%s\" and \"%s\": %s\n", pair[0], pair[1], answer)
	}
}
