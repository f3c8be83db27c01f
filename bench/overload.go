package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"sync"
	"time"
)

const (
	overloadTimes = 3                // as much is asked as can be answered
	warming       = 40               // questions before all that
	recovery      = 5 * time.Second  // after which all is as before
	mostUnderWay  = 4000             // requests at once that this process sends
	calmTime      = 10 * time.Second // that capacity is measured in
)

// outcome is how a request ended, and after how long.
type outcome struct {
	status     int
	took       time.Duration
	retryAfter bool
	err        error
}

// outcomes are those of many requests.
type outcomes struct {
	mu  sync.Mutex
	all []outcome
}

func (o *outcomes) add(each outcome) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.all = append(o.all, each)
}

// times gives how long those took that ended with a status.
func (o *outcomes) times(status int) (times []time.Duration) {
	for _, each := range o.all {
		if each.status == status && each.err == nil {
			times = append(times, each.took)
		}
	}
	return times
}

// others counts those that were neither answered nor told when to try again.
func (o *outcomes) others() (count int, example outcome) {
	for _, each := range o.all {
		if each.err != nil || each.status != http.StatusOK && (each.status != http.StatusServiceUnavailable || !each.retryAfter) {
			count, example = count+1, each
		}
	}
	return count, example
}

// overload asks a server for more than it can answer, and prints what comes of it. Everything stays on this machine.
func (w *world) overload(ctx context.Context, f *flags, server *child, out io.Writer) error {
	e, err := newEndpoint(server.url, f.Clients, w.operations, asRegistry)
	if err != nil {
		return err
	}
	e.client.Transport = &http.Transport{MaxIdleConnsPerHost: mostUnderWay, DisableCompression: true}
	bodies := e.mixed(w.operations)
	signedIn := *e
	signedIn.token = server.token
	for _, who := range []*endpoint{e, &signedIn} { // plans are made
		for _, body := range bodies[:warming] {
			_ = who.outcome(ctx, http.MethodPost, e.url, body)
		}
	}
	calm, err := e.answered(ctx, bodies, f.Clients, calmTime)
	if err != nil {
		return err
	}
	before, err := server.usage.MemoryInfo()
	if err != nil {
		return err
	}
	capacity := float64(len(calm.times(http.StatusOK))) / calmTime.Seconds()
	r := overloaded{capacity: capacity, lasting: f.Overload, calm: calm}
	var beside sync.WaitGroup
	beside.Go(func() { r.modest, _ = signedIn.answered(ctx, bodies, 1, f.Overload) }) // that nothing was answered is in what it gives
	beside.Go(func() { e.watch(ctx, f.Overload, &r.health) })
	e.flood(ctx, bodies, overloadTimes*capacity, f.Overload, &r.flood)
	beside.Wait()
	during, err := server.usage.MemoryInfo()
	if err != nil {
		return err
	}
	time.Sleep(recovery)
	if r.after, err = e.answered(ctx, bodies, f.Clients, calmTime); err != nil {
		return err
	}
	later, err := server.usage.MemoryInfo()
	if err != nil {
		return err
	}
	r.memory = [3]uint64{before.RSS >> 20, during.RSS >> 20, later.RSS >> 20}
	r.print(out)
	return nil
}

// overloaded is what comes of asking for too much.
type overloaded struct {
	capacity      float64 // answers a second before
	lasting       time.Duration
	calm, after   *outcomes // of the clients that capacity is measured with, before and later
	flood, health outcomes
	modest        *outcomes // of somebody else meanwhile
	memory        [3]uint64 // MiB: before, at the end of the flood, and later
}

func (r *overloaded) print(out io.Writer) {
	count, example := r.flood.others()
	served, refused, modest := r.flood.times(http.StatusOK), r.flood.times(http.StatusServiceUnavailable), r.modest.times(http.StatusOK)
	fmt.Fprintf(out, "\n| | |\n|---|--:|\n")
	row := func(what, format string, values ...any) {
		fmt.Fprintf(out, "| %s | "+format+" |\n", append([]any{what}, values...)...)
	}
	late := func(times []time.Duration, q float64) int64 {
		if len(times) == 0 {
			return -1
		}
		return quantile(times, q).Milliseconds()
	}
	row("capacity: answers a second", "%.0f", r.capacity)
	row(fmt.Sprintf("asked a second, for %s", r.lasting), "%.0f", float64(len(r.flood.all))/r.lasting.Seconds())
	row("answered, of capacity", "%.2f", float64(len(served)+len(modest))/r.lasting.Seconds()/r.capacity)
	row("what is answered, p50 and p99", "%d, %d ms", late(served, 0.50), late(served, 0.99))
	row("what is refused, p50 and p99", "%d, %d ms", late(refused, 0.50), late(refused, 0.99))
	row("somebody else, one after another: answered", "%d of %d", len(modest), len(r.modest.all))
	row("the same, p99", "%d ms", late(modest, 0.99))
	row("`/healthz` and `/readyz`, longest", "%d ms", late(r.health.times(http.StatusOK), 1))
	row("of which not well", "%d of %d", len(r.health.all)-len(r.health.times(http.StatusOK)), len(r.health.all))
	row("answers a second, 5 s later, of capacity", "%.2f", float64(len(r.after.times(http.StatusOK)))/calmTime.Seconds()/r.capacity)
	row("p99 before and 5 s later", "%d, %d ms", late(r.calm.times(http.StatusOK), 0.99), late(r.after.times(http.StatusOK), 0.99))
	row("resident memory before, during, later", "%d, %d, %d MiB", r.memory[0], r.memory[1], r.memory[2])
	row("neither answered nor told when to try again", "%d", count)
	if count > 0 {
		fmt.Fprintf(out, "\nOne of those: %+v\n", example)
	}
}

// mixed gives the questions of all operations, which take turns.
func (e *endpoint) mixed(operations []operation) (bodies [][]byte) {
	for question := range drawnQuestions {
		for _, o := range operations {
			bodies = append(bodies, e.bodies[o.name][question])
		}
	}
	return bodies
}

// answered has clients ask one after another for a time.
func (e *endpoint) answered(ctx context.Context, bodies [][]byte, clients int, lasting time.Duration) (*outcomes, error) {
	o := &outcomes{}
	start := time.Now()
	var working sync.WaitGroup
	for c := range clients {
		working.Go(func() {
			for i := c; time.Since(start) < lasting && ctx.Err() == nil; i += clients {
				o.add(e.outcome(ctx, http.MethodPost, e.url, bodies[i%len(bodies)]))
			}
		})
	}
	working.Wait()
	if len(o.times(http.StatusOK)) == 0 {
		return o, fmt.Errorf("nothing was answered: %+v", o.all)
	}
	return o, ctx.Err()
}

// flood asks at a rate, whether or not what was asked before has been answered.
func (e *endpoint) flood(ctx context.Context, bodies [][]byte, rate float64, lasting time.Duration, o *outcomes) {
	var asking sync.WaitGroup
	places := make(chan struct{}, mostUnderWay)
	start := time.Now()
	for i := 0; time.Since(start) < lasting && ctx.Err() == nil; {
		for due := int(time.Since(start).Seconds() * rate); i < due; i++ {
			places <- struct{}{}
			asking.Go(func() {
				o.add(e.outcome(ctx, http.MethodPost, e.url, bodies[i%len(bodies)]))
				<-places
			})
		}
		time.Sleep(time.Millisecond)
	}
	asking.Wait()
}

// watch asks how the server is, ten times a second.
func (e *endpoint) watch(ctx context.Context, lasting time.Duration, o *outcomes) {
	base := e.url[:len(e.url)-len("/graphql")]
	for start := time.Now(); time.Since(start) < lasting && ctx.Err() == nil; time.Sleep(100 * time.Millisecond) {
		for _, path := range []string{"/healthz", "/readyz"} {
			o.add(e.outcome(ctx, http.MethodGet, base+path, nil))
		}
	}
}

// outcome sends a request and reads its answer.
func (e *endpoint) outcome(ctx context.Context, method, url string, body []byte) outcome {
	began := time.Now()
	request, err := http.NewRequestWithContext(ctx, method, url, bytes.NewReader(body))
	if err != nil {
		return outcome{err: err}
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept", "application/graphql-response+json, application/json")
	if e.token != "" {
		request.Header.Set("Authorization", "Bearer "+e.token)
	}
	response, err := e.client.Do(request)
	if err != nil {
		return outcome{err: err}
	}
	defer response.Body.Close()
	_, err = io.Copy(io.Discard, response.Body)
	return outcome{status: response.StatusCode, took: time.Since(began), retryAfter: response.Header.Get("Retry-After") != "", err: err}
}
