package main

import (
	"fmt"
	"strings"
)

// Node is one node of a singly linked list. The empty list is nil.
type Node struct {
	Value int
	Next  *Node
}

// Reverse reverses the list in place and returns its new head.
// It takes O(n) time and O(1) space.
func Reverse(head *Node) *Node {
	var reversed *Node
	for head != nil {
		head.Next, reversed, head = reversed, head, head.Next
	}
	return reversed
}

// FromValues returns a list of the values, in their order.
func FromValues(values ...int) *Node {
	var head *Node
	for i := len(values) - 1; i >= 0; i-- {
		head = &Node{values[i], head}
	}
	return head
}

func show(head *Node) string {
	if head == nil {
		return "(empty)"
	}
	var values []string
	for n := head; n != nil; n = n.Next {
		values = append(values, fmt.Sprint(n.Value))
	}
	return strings.Join(values, " -> ")
}

func main() {
	numbers := FromValues(1, 2, 3, 4)
	fmt.Println(show(numbers))
	fmt.Println(show(Reverse(numbers)))
	fmt.Println(show(Reverse(nil)))
}
