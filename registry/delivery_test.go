package registry

import "testing"

func TestStateByDelivery(t *testing.T) {
	for _, row := range []struct {
		held      OutputState
		delivered int64
		planned   *int64
		want      OutputState
		why       string
	}{
		{OutputPlanned, 0, new(int64(5)), OutputPlanned, "nothing yet"},
		{OutputPlanned, 1, new(int64(5)), OutputPartlyDelivered, "one of five"},
		{OutputPartlyDelivered, 5, new(int64(5)), OutputDelivered, "all five"},
		{OutputPlanned, 6, new(int64(5)), OutputDelivered, "more than was promised"},
		{OutputPlanned, 1, nil, OutputPartlyDelivered, "nobody knows how many there should be"},
		{OutputDelivered, 1, new(int64(5)), OutputDelivered, "somebody said that it is enough"},
		{OutputCancelled, 5, new(int64(5)), OutputCancelled, "given up stays given up"},
		{"", 0, nil, "", "unknown stays unknown"},
	} {
		if got := StateByDelivery(row.held, row.delivered, row.planned); got != row.want {
			t.Errorf("%s: got %q, want %q", row.why, got, row.want)
		}
	}
}

func TestCheckCount(t *testing.T) {
	for n, want := range map[int64]string{1: "", 5: "", 0: RuleCount, -1: RuleCount} {
		if got := broken(CheckCount(n)); got != want {
			t.Errorf("%d: got %q, want %q", n, got, want)
		}
	}
}

func TestCheckFulfilment(t *testing.T) {
	for status, want := range map[ObligationStatus]string{
		ObligationOpen: "", "UNKNOWN": "", ObligationFulfilled: RuleObligationFinished, ObligationWaived: RuleObligationFinished,
	} {
		if got := broken(CheckFulfilment(status)); got != want {
			t.Errorf("%s: got %q, want %q", status, got, want)
		}
	}
}

func TestCheckPostponable(t *testing.T) {
	for status, want := range map[ObligationStatus]string{
		ObligationOpen: "", "UNKNOWN": "", ObligationFulfilled: RuleObligationPostponed, ObligationWaived: RuleObligationPostponed,
	} {
		if got := broken(CheckPostponable(status)); got != want {
			t.Errorf("%s: got %q, want %q", status, got, want)
		}
	}
}

func TestCheckPostponement(t *testing.T) {
	held := &Date{Year: 2024, Month: 5, Day: 31}
	for _, row := range []struct {
		held *Date
		next Date
		want string
		why  string
	}{
		{held, held.AddDays(1), "", "the day after"},
		{held, *held, RuleObligationPostponed, "the same day"},
		{held, held.AddDays(-1), RuleObligationPostponed, "the day before"},
		{nil, *held, "", "nobody knows the day before"},
	} {
		if got := broken(CheckPostponement(row.held, row.next)); got != row.want {
			t.Errorf("%s: got %q, want %q", row.why, got, row.want)
		}
	}
}

func TestCheckParticipation(t *testing.T) {
	day := func(d int) *Date { return &Date{Year: 2024, Month: 1, Day: d} }
	held := []Period{{day(10), day(20)}}
	for _, row := range []struct {
		asked Period
		want  string
		why   string
	}{
		{Period{day(1), day(9)}, "", "before"},
		{Period{day(21), nil}, "", "after"},
		{Period{day(20), nil}, RuleParticipant, "the last day is one of them"},
		{Period{nil, nil}, RuleParticipant, "on days that nobody knows: it may be the same"},
	} {
		if got := broken(CheckParticipation(row.asked, held)); got != row.want {
			t.Errorf("%s: got %q, want %q", row.why, got, row.want)
		}
	}
}
