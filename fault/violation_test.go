package fault

import "testing"

func TestWhatIsWrongAndItsRemedy(t *testing.T) {
	for _, c := range []struct{ said, wrong, remedy string }{
		{"The text is empty. Write it, or leave it out if that may be.", "The text is empty.", "Write it, or leave it out if that may be."},
		{"The application is RECORDED already. If that is wrong, revert the change. It can be done anew.", "The application is RECORDED already.", "If that is wrong, revert the change. It can be done anew."},
		{`"Acme. Inc" names no organisation. Ändra det.`, `"Acme. Inc" names no organisation.`, "Ändra det."},
		{"1.5 is no number, e.g. of years", "1.5 is no number, e.g. of years", ""},
		{"An amount of money is needed.", "An amount of money is needed.", ""},
		{"", "", ""},
	} {
		if wrong, remedy := Parts(c.said); wrong != c.wrong || remedy != c.remedy {
			t.Errorf("%q: got %q and %q", c.said, wrong, remedy)
		}
	}
}
