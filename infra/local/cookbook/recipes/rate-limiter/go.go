package main

import (
	"fmt"
	"math"
	"sync"
	"time"
)

// RateLimiter allows a number of calls a second on average, and up to burst at once. It may be
// used from several goroutines.
type RateLimiter struct {
	mutex    sync.Mutex
	rate     float64
	burst    float64
	tokens   float64
	filledAt time.Time
	now      func() time.Time
}

// NewRateLimiter makes a limiter with a full bucket. It fills with rate tokens a second up to
// burst; each call takes one.
func NewRateLimiter(rate, burst float64, now func() time.Time) *RateLimiter {
	return &RateLimiter{rate: rate, burst: burst, tokens: burst, filledAt: now(), now: now}
}

// Allow returns whether a call is allowed now, and counts it if so.
func (l *RateLimiter) Allow() bool {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	now := l.now()
	l.tokens = math.Min(l.burst, l.tokens+now.Sub(l.filledAt).Seconds()*l.rate)
	l.filledAt = now
	if l.tokens < 1 {
		return false
	}
	l.tokens--
	return true
}

func main() {
	start := time.Now()
	now := start
	limiter := NewRateLimiter(2, 3, func() time.Time { return now })
	for _, seconds := range []float64{0, 0, 0, 0, 0.5, 0.5, 2} {
		now = start.Add(time.Duration(seconds * float64(time.Second)))
		answer := "refused"
		if limiter.Allow() {
			answer = "allowed"
		}
		fmt.Printf("at %.1f s: %s\n", seconds, answer)
	}
}
