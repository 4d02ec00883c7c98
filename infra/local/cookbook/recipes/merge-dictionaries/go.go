package main

import (
	"fmt"
	"sort"
)

// merge returns a new map with the entries of both; where both have a key, the second wins.
func merge(first, second map[string]any) map[string]any {
	merged := make(map[string]any, len(first)+len(second))
	for key, value := range first {
		merged[key] = value
	}
	for key, value := range second {
		merged[key] = value
	}
	return merged
}

func main() {
	defaults := map[string]any{"colour": "red", "size": 10}
	chosen := map[string]any{"colour": "blue", "weight": 5}
	merged := merge(defaults, chosen)
	keys := make([]string, 0, len(merged))
	for key := range merged {
		keys = append(keys, key)
	}
	sort.Strings(keys) // a map has no order of its own
	for _, key := range keys {
		fmt.Printf("%s = %v\n", key, merged[key])
	}
}
