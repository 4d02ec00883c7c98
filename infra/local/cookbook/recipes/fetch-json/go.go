// Fetches JSON from a URL. Usage: go run fetchjson.go URL
package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"time"
)

// fetchJSON reads the JSON document at the URL into the value that target points to. A status
// that is no success is an error.
func fetchJSON(url string, target any) error {
	client := http.Client{Timeout: 10 * time.Second}
	request, err := http.NewRequest(http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	request.Header.Set("Accept", "application/json")
	response, err := client.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if response.StatusCode < 200 || response.StatusCode > 299 {
		return fmt.Errorf("the server answered %s", response.Status)
	}
	return json.NewDecoder(response.Body).Decode(target)
}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: fetchjson URL")
		os.Exit(2)
	}
	var document any
	if err := fetchJSON(os.Args[1], &document); err != nil {
		fmt.Fprintf(os.Stderr, "cannot fetch %s: %v\n", os.Args[1], err)
		os.Exit(1)
	}
	encoder := json.NewEncoder(os.Stdout)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(document); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
