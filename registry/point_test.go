package registry

import (
	"math"
	"testing"

	"partnernet/fault"
)

func TestCheckPoint(t *testing.T) {
	for _, row := range []struct {
		point Point
		legal bool
		why   string
	}{
		{Point{63.18, 14.64}, true, "Östersund"},
		{Point{-90, -180}, true, "the ends count"},
		{Point{90.1, 0}, false, "north of the pole"},
		{Point{0, 180.1}, false, "once round"},
		{Point{math.NaN(), 0}, false, "no number"},
	} {
		checkRule(t, row.why, row.point.Check(), row.legal, fault.BadInput, RulePoint)
	}
}
