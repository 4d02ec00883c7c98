// A REST API for items, kept in memory. Usage: go run items.go [PORT], 8080 by default.
//
//	GET /items        all items
//	POST /items       {"name": "..."} adds one
//	GET /items/1      one item
//	DELETE /items/1   removes it
package main

import (
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"os"
	"sort"
	"strconv"
	"strings"
	"sync"
)

const maxBody = 10_000

type item struct {
	ID   int    `json:"id"`
	Name string `json:"name"`
}

type store struct {
	mutex  sync.Mutex
	items  map[int]item
	lastID int
}

func answer(w http.ResponseWriter, status int, document any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(document)
}

func fail(w http.ResponseWriter, status int, message string) {
	answer(w, status, map[string]string{"error": message})
}

func (s *store) all(w http.ResponseWriter, r *http.Request) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	switch r.Method {
	case http.MethodGet:
		list := make([]item, 0, len(s.items))
		for _, each := range s.items {
			list = append(list, each)
		}
		sort.Slice(list, func(i, j int) bool { return list[i].ID < list[j].ID })
		answer(w, http.StatusOK, list)
	case http.MethodPost:
		var body item
		err := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxBody)).Decode(&body)
		if err != nil || strings.TrimSpace(body.Name) == "" {
			fail(w, http.StatusBadRequest, "name must be a text that is not blank")
			return
		}
		s.lastID++
		s.items[s.lastID] = item{s.lastID, body.Name}
		answer(w, http.StatusCreated, s.items[s.lastID])
	default:
		fail(w, http.StatusNotFound, "not found")
	}
}

func (s *store) one(w http.ResponseWriter, r *http.Request) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	id, _ := strconv.Atoi(strings.TrimPrefix(r.URL.Path, "/items/"))
	found, known := s.items[id]
	switch {
	case known && r.Method == http.MethodGet:
		answer(w, http.StatusOK, found)
	case known && r.Method == http.MethodDelete:
		delete(s.items, id)
		w.WriteHeader(http.StatusNoContent)
	default:
		fail(w, http.StatusNotFound, "not found")
	}
}

func main() {
	port := "8080"
	if len(os.Args) > 1 {
		port = os.Args[1]
	}
	listener, err := net.Listen("tcp", "127.0.0.1:"+port)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	items := &store{items: map[int]item{}}
	mux := http.NewServeMux()
	mux.HandleFunc("/items", items.all)
	mux.HandleFunc("/items/", items.one)
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { fail(w, http.StatusNotFound, "not found") })
	fmt.Printf("Listening on http://%s\n", listener.Addr())
	fmt.Fprintln(os.Stderr, http.Serve(listener, mux))
	os.Exit(1)
}
