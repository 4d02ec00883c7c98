// Reads a file line by line. Usage: go run readlines.go FILE
package main

import (
	"bufio"
	"fmt"
	"os"
)

// forEachLine calls each with every line of the file, without its line end. The file is never
// in memory as a whole; a line may have up to 1 MiB.
func forEachLine(path string, each func(number int, line string)) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for number := 1; lines.Scan(); number++ {
		each(number, lines.Text())
	}
	return lines.Err()
}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: readlines FILE")
		os.Exit(2)
	}
	err := forEachLine(os.Args[1], func(number int, line string) { fmt.Printf("%d: %s\n", number, line) })
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
