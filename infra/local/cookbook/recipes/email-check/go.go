package main

import (
	"fmt"
	"regexp"
)

const label = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"

var email = regexp.MustCompile("^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:" + label + "\\.)+" + label + "$")

// isEmail returns whether the text has the form of an address with a domain. The pattern is
// that of <input type="email"> in HTML, with at least one dot in the domain. Whether mail
// arrives there only a message can show.
func isEmail(text string) bool {
	return len(text) <= 254 && email.MatchString(text)
}

func main() {
	texts := []string{"ada@example.com", "first.last+tag@mail.example.org", "ada@localhost", "two@@example.com", "no at.com"}
	for _, text := range texts {
		answer := "not valid"
		if isEmail(text) {
			answer = "valid"
		}
		fmt.Printf("%s: %s\n", text, answer)
	}
}
