package main

import "fmt"

// reverse returns the characters of the text in reverse order. The text is taken apart by
// runes, since a character outside ASCII is more than one byte.
func reverse(text string) string {
	runes := []rune(text)
	for i, j := 0, len(runes)-1; i < j; i, j = i+1, j-1 {
		runes[i], runes[j] = runes[j], runes[i]
	}
	return string(runes)
}

func main() {
	for _, text := range []string{"hello", "Café 😀", ""} {
		fmt.Printf("\"%s\" reversed is \"%s\"\n", text, reverse(text))
	}
}
