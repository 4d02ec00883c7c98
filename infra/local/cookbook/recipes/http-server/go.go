// A small HTTP server. The port is the first argument, or PORT, or 8080.
package main

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
)

// handle greets at /, knows no other path, and answers GET and HEAD only.
func handle(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	switch {
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		w.Header().Set("Allow", "GET, HEAD")
		w.WriteHeader(http.StatusMethodNotAllowed)
		io.WriteString(w, "Method not allowed\n")
	case r.URL.Path == "/":
		io.WriteString(w, "Hello, world!\n")
	default:
		w.WriteHeader(http.StatusNotFound)
		io.WriteString(w, "Not found\n")
	}
}

func port() string {
	if len(os.Args) > 1 {
		return os.Args[1]
	}
	if port := os.Getenv("PORT"); port != "" {
		return port
	}
	return "8080"
}

func main() {
	listener, err := net.Listen("tcp", "127.0.0.1:"+port())
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Printf("Listening on http://%s\n", listener.Addr())
	fmt.Fprintln(os.Stderr, http.Serve(listener, http.HandlerFunc(handle)))
	os.Exit(1)
}
