package main

import (
	"fmt"
	"strings"
)

type node struct {
	value int
	next  *node
}

// LinkedList is a singly linked list. Its zero value is an empty list.
type LinkedList struct {
	head *node
}

// Prepend adds a value at the beginning. It takes O(1) time.
func (l *LinkedList) Prepend(value int) {
	l.head = &node{value, l.head}
}

// Append adds a value at the end. It takes O(n) time.
func (l *LinkedList) Append(value int) {
	link := &l.head
	for *link != nil {
		link = &(*link).next
	}
	*link = &node{value: value}
}

// Remove removes the first node with this value and says whether there was one.
func (l *LinkedList) Remove(value int) bool {
	for link := &l.head; *link != nil; link = &(*link).next {
		if (*link).value == value {
			*link = (*link).next
			return true
		}
	}
	return false
}

func (l *LinkedList) String() string {
	var values []string
	for n := l.head; n != nil; n = n.next {
		values = append(values, fmt.Sprint(n.value))
	}
	if values == nil {
		return "(empty)"
	}
	return strings.Join(values, " -> ")
}

func yesOrNo(answer bool) string {
	if answer {
		return "yes"
	}
	return "no"
}

func main() {
	items := &LinkedList{}
	fmt.Println(items)
	for _, value := range []int{1, 2, 3} {
		items.Append(value)
	}
	items.Prepend(0)
	fmt.Println(items)
	fmt.Println("removed 2:", yesOrNo(items.Remove(2)))
	fmt.Println("removed 9:", yesOrNo(items.Remove(9)))
	fmt.Println(items)
}
