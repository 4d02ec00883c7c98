package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand"
	"time"
)

// retry calls the action until it succeeds, at most `attempts` times, and returns its last error.
//
// The pause before a further attempt is a random part of a limit that starts at firstDelay and
// doubles each time ("full jitter"), so that many callers do not come back at the same moment.
// It ends early when the context does.
func retry(ctx context.Context, attempts int, firstDelay time.Duration, action func() error) error {
	var err error
	for attempt := 0; attempt < attempts; attempt++ {
		if attempt > 0 {
			limit := int64(firstDelay) << (attempt - 1)
			select {
			case <-time.After(time.Duration(rand.Int63n(limit + 1))):
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		if err = action(); err == nil {
			return nil
		}
	}
	return err
}

func main() {
	calls := 0
	unreliable := func() error {
		calls++
		fmt.Println("attempt", calls)
		if calls < 3 {
			return errors.New("not yet")
		}
		return nil
	}
	if err := retry(context.Background(), 5, 10*time.Millisecond, unreliable); err != nil {
		fmt.Println("failed:", err)
		return
	}
	fmt.Println("done")
}
