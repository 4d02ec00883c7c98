package main

import (
	"container/heap"
	"fmt"
)

// Graph gives for each node the lengths of the edges that leave it.
type Graph map[string]map[string]int

type stop struct {
	node     string
	distance int
}

// queue is a heap with the nearest stop first.
type queue []stop

func (q queue) Len() int           { return len(q) }
func (q queue) Less(i, j int) bool { return q[i].distance < q[j].distance }
func (q queue) Swap(i, j int)      { q[i], q[j] = q[j], q[i] }
func (q *queue) Push(x any)        { *q = append(*q, x.(stop)) }
func (q *queue) Pop() any {
	last := (*q)[len(*q)-1]
	*q = (*q)[:len(*q)-1]
	return last
}

// shortestDistances returns the length of the shortest path from start to each node it reaches.
// A negative length is an error, since the algorithm would be wrong with it.
func shortestDistances(graph Graph, start string) (map[string]int, error) {
	distances := map[string]int{}
	open := &queue{{start, 0}}
	for open.Len() > 0 {
		nearest := heap.Pop(open).(stop)
		if _, known := distances[nearest.node]; known {
			continue // a shorter path came first
		}
		distances[nearest.node] = nearest.distance
		for neighbour, length := range graph[nearest.node] {
			if length < 0 {
				return nil, fmt.Errorf("the edge %s -> %s has the negative length %d", nearest.node, neighbour, length)
			}
			heap.Push(open, stop{neighbour, nearest.distance + length})
		}
	}
	return distances, nil
}

func main() {
	graph := Graph{
		"A": {"B": 4, "C": 1},
		"B": {"D": 5},
		"C": {"B": 2, "D": 8},
		"D": {},
		"E": {"A": 1},
	}
	distances, err := shortestDistances(graph, "A")
	if err != nil {
		panic(err)
	}
	for _, node := range []string{"A", "B", "C", "D", "E"} {
		if distance, reached := distances[node]; reached {
			fmt.Printf("%s: %d\n", node, distance)
		} else {
			fmt.Printf("%s: unreachable\n", node)
		}
	}
}
