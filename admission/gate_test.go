package admission

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"partnernet/fault"
)

// crowd are clients at a gate, each of whom stays for as long as it is told to.
type crowd struct {
	gate *Gate

	mu      sync.Mutex
	entered []string // in this order
	refused map[string][]time.Duration
}

// comes has somebody come to the gate and stay, and waits until they have entered, wait or were refused.
func (c *crowd) comes(ctx context.Context, who string, stays time.Duration) {
	go func() {
		came := time.Now()
		leave, err := c.gate.Enter(ctx, who)
		c.mu.Lock()
		if err == nil {
			c.entered = append(c.entered, who)
		} else {
			c.refused[who] = append(c.refused[who], time.Since(came))
		}
		c.mu.Unlock()
		if err == nil {
			time.Sleep(stays)
			leave()
		}
	}()
	synctest.Wait()
}

func at(gate *Gate) *crowd { return &crowd{gate: gate, refused: map[string][]time.Duration{}} }

// Those who wait take turns, and not the places of whoever has asked for most.
func TestTurnsGoByWhoAsks(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := at(NewGate(1, 10, time.Minute))
		for who := range strings.FieldsSeq("greedy greedy greedy greedy modest other modest") {
			c.comes(t.Context(), who, time.Second)
		}
		time.Sleep(time.Minute)
		synctest.Wait()
		if diff := cmp.Diff(strings.Fields("greedy greedy modest other greedy modest greedy"), c.entered); diff != "" {
			t.Error(diff)
		}
	})
}

// Whoever is alone leaves some places: who comes then need not wait until something long has ended.
func TestNobodyTakesAllPlaces(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := at(NewGate(8, 10, time.Second))
		for range 8 {
			c.comes(t.Context(), "greedy", time.Hour)
		}
		c.comes(t.Context(), "modest", time.Hour)
		if diff := cmp.Diff(strings.Fields("greedy greedy greedy greedy greedy greedy modest"), c.entered); diff != "" {
			t.Error(diff)
		}
		time.Sleep(2 * time.Hour)
		synctest.Wait()
	})
}

// Where nobody else may wait, the last of whoever waits for most makes room, and is refused at once.
func TestAFullQueueMakesRoomForOthers(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := at(NewGate(1, 3, 80*time.Millisecond))
		for range 5 {
			c.comes(t.Context(), "greedy", 10*time.Millisecond)
		}
		c.comes(t.Context(), "modest", 10*time.Millisecond)
		time.Sleep(time.Second)
		synctest.Wait()
		if diff := cmp.Diff(strings.Fields("greedy greedy modest greedy"), c.entered); diff != "" {
			t.Error(diff)
		}
		if diff := cmp.Diff(map[string][]time.Duration{"greedy": {0, 0}}, c.refused); diff != "" {
			t.Error(diff)
		}
	})
}

// Where those whose turn is next have waited long, whoever comes is refused at once; those who wait go on waiting.
func TestNobodyComesToWaitTooLong(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := at(NewGate(1, 10, 5*time.Second))
		c.comes(t.Context(), "slow", time.Hour)
		for range 4 {
			c.comes(t.Context(), "other", 0)
			time.Sleep(tooLong / 2)
		}
		c.comes(t.Context(), "new", 0)
		time.Sleep(2 * time.Hour)
		synctest.Wait()
		if diff := cmp.Diff(map[string][]time.Duration{"other": {0, 0, 5 * time.Second, 5 * time.Second}, "new": {0}}, c.refused); diff != "" {
			t.Error(diff)
		}
	})
}

// Where three times as much is asked as can be done, what is answered is answered within a second, slow questions too, nobody waits to be refused, and as much is done as can be.
func TestThreeTimesTooMuch(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const places, lasts = 8, 15 * time.Second
		gate := NewGate(places, queue*places, patience)
		stays := []time.Duration{10, 10, 10, 90, 10, 10, 380, 10, 60, 10} // milliseconds, as a map and a path stay beside what is quick
		var inAll time.Duration
		for i := range stays {
			stays[i] *= time.Millisecond
			inAll += stays[i]
		}
		can := float64(gate.share) * float64(len(stays)) / inAll.Seconds() // a second
		var mu sync.Mutex
		var answered, refused []time.Duration
		began := time.Now()
		for i := 0; time.Since(began) < lasts; i++ {
			go func() {
				came := time.Now()
				leave, err := gate.Enter(t.Context(), "flood")
				took := &answered
				if err == nil {
					time.Sleep(stays[i%len(stays)])
					leave()
				} else {
					took = &refused
				}
				mu.Lock()
				defer mu.Unlock()
				*took = append(*took, time.Since(came))
			}()
			time.Sleep(time.Duration(float64(time.Second) / (3 * can)))
		}
		time.Sleep(time.Minute)
		slices.Sort(answered)
		late := answered[len(answered)*99/100]
		done := float64(len(answered)) / lasts.Seconds() / can
		if late > time.Second || slices.Max(refused) > 100*time.Millisecond || done < 0.95 {
			t.Errorf("answered of what can be: %.2f, 99 of 100 within %s; refused within %s", done, late, slices.Max(refused))
		}
		t.Logf("answered of what can be: %.2f, half within %s, 99 of 100 within %s, all within %s", done, answered[len(answered)/2], late, answered[len(answered)-1])
	})
}

// What comes at one moment is let wait, however slow it is: nobody knows that more will come.
func TestABurstIsLetWait(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := at(NewGate(2, 16, 5*time.Second))
		c.comes(t.Context(), "page", 300*time.Millisecond)
		time.Sleep(time.Second)
		for range 16 {
			c.comes(t.Context(), "page", 300*time.Millisecond)
		}
		time.Sleep(aBurst)
		c.comes(t.Context(), "page", 300*time.Millisecond)
		time.Sleep(time.Minute)
		synctest.Wait()
		if len(c.entered) != 17 {
			t.Errorf("%d of 17 entered", len(c.entered))
		}
		if diff := cmp.Diff(map[string][]time.Duration{"page": {0}}, c.refused); diff != "" {
			t.Errorf("whoever came later: %s", diff)
		}
	})
}

// Who waits in vain knows it when their patience is over, and takes no place afterwards.
func TestNobodyWaitsLong(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := at(NewGate(1, 10, 80*time.Millisecond))
		c.comes(t.Context(), "slow", time.Minute)
		c.comes(t.Context(), "other", time.Minute)
		ctx, cancel := context.WithCancel(t.Context())
		c.comes(ctx, "gone", time.Minute)
		cancel()
		time.Sleep(time.Hour)
		synctest.Wait()
		if diff := cmp.Diff(map[string][]time.Duration{"other": {80 * time.Millisecond}, "gone": {0}}, c.refused); diff != "" {
			t.Error(diff)
		}
		if state := c.gate.State(); state != (State{SentAway: 2}) {
			t.Errorf("%+v is left", state)
		}
	})
}

// Whoever is refused is told when to try again.
func TestARefusalSaysWhenToTryAgain(t *testing.T) {
	gate := NewGate(1, 0, time.Hour)
	leave, err := gate.Enter(t.Context(), "a")
	if err != nil {
		t.Fatal(err)
	}
	defer leave()
	_, err = gate.Enter(t.Context(), "b")
	if fault.CodeOf(err) != fault.Unavailable || fault.WaitOf(err) != time.Second {
		t.Errorf("refused with %v", err)
	}
}

// However they come and go: never more at once than may, nobody has more than their share, no place is lost, and whoever comes is answered in time.
func TestAGateKeepsItsWord(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		synctest.Test(t, func(t *testing.T) {
			atOnce, waiting := rapid.IntRange(1, 6).Draw(r, "at once"), rapid.IntRange(0, 6).Draw(r, "waiting")
			c := at(NewGate(atOnce, waiting, 80*time.Millisecond))
			came := rapid.IntRange(1, 40).Draw(r, "clients")
			for i := range came {
				c.comes(t.Context(), fmt.Sprint(rapid.IntRange(0, 3).Draw(r, "who")), time.Duration(rapid.IntRange(0, 200).Draw(r, "stays"))*time.Millisecond)
				if s := c.gate.State(); s.Going > atOnce || s.Waiting > waiting {
					r.Fatalf("after %d: %+v", i, s)
				}
				c.gate.mu.Lock()
				for who, going := range c.gate.going {
					if going > c.gate.share {
						r.Errorf("%s has %d of %d", who, going, c.gate.share)
					}
				}
				c.gate.mu.Unlock()
				time.Sleep(time.Duration(rapid.IntRange(0, 50).Draw(r, "pause")) * time.Millisecond)
			}
			time.Sleep(time.Hour)
			synctest.Wait()
			waits := slices.Concat(c.refused["0"], c.refused["1"], c.refused["2"], c.refused["3"])
			if len(waits)+len(c.entered) != came || slices.ContainsFunc(waits, func(w time.Duration) bool { return w > 80*time.Millisecond }) {
				r.Fatalf("of %d came in %d, and were refused %v", came, len(c.entered), waits)
			}
			if s := c.gate.State(); s.Going != 0 || s.Waiting != 0 || len(c.gate.turns) != 0 || len(c.gate.going) != 0 {
				r.Fatalf("%+v is left", s)
			}
		})
	})
}
