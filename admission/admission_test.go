package admission

import (
	"net/netip"
	"testing"
	"time"

	"partnernet/fault"
)

// Each address and each account has a rate of its own; whoever has signed in may ask more often.
func TestRates(t *testing.T) {
	now := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	door := NewDoor(Limits{Reads: 1, Writes: 1, Rate: 2, RateSignedIn: 4}, func() time.Time { return now })
	asks := func(c Client) (passed int, err error) {
		for range 100 {
			_, leave, refused := door.Enter(WithClient(t.Context(), c), false)
			if refused != nil {
				err = refused
				continue
			}
			leave()
			passed++
		}
		return passed, err
	}
	for _, c := range []struct {
		why    string
		client Client
		want   int
	}{
		{"an address", Client{Address: netip.MustParseAddr("192.0.2.1")}, 10},
		{"another one", Client{Address: netip.MustParseAddr("192.0.2.2")}, 10},
		{"an address of IPv6", Client{Address: netip.MustParseAddr("2001:db8::1")}, 10},
		{"one beside it in the same network", Client{Address: netip.MustParseAddr("2001:db8::2")}, 0},
		{"an account at the first address", Client{Account: "a", Address: netip.MustParseAddr("192.0.2.1")}, 20},
		{"the same at another address", Client{Account: "a", Address: netip.MustParseAddr("192.0.2.3")}, 0},
	} {
		passed, err := asks(c.client)
		if passed != c.want || fault.CodeOf(err) != fault.TooCostly || fault.WaitOf(err) <= 0 {
			t.Errorf("%s: %d of 100 passed, then %v", c.why, passed, err)
		}
	}
	now = now.Add(3 * time.Second)
	if passed, _ := asks(Client{Account: "a"}); passed != 12 {
		t.Errorf("three seconds later %d passed", passed)
	}
}

// What is asked in the course of an operation has been let in with that, and so waits for nothing.
func TestAnOperationEntersOnce(t *testing.T) {
	door := NewDoor(Limits{Reads: 1, Writes: 1, Rate: 1}, time.Now)
	inside, leave, err := door.Enter(t.Context(), false)
	if err != nil {
		t.Fatal(err)
	}
	for range 10 {
		if _, leave, err := door.Enter(inside, false); err != nil {
			t.Fatal(err)
		} else {
			leave()
		}
	}
	leave()
	if _, _, err := (*Door)(nil).Enter(t.Context(), true); err != nil {
		t.Error(err)
	}
}
