package registry

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestFormerNames(t *testing.T) {
	type names = []string
	for _, row := range []struct {
		aliases, before, after, want names
		why                          string
	}{
		{nil, names{"MIDSEC"}, names{"NORSEC"}, names{"MIDSEC"}, "renamed"},
		{names{"Z-Group"}, names{"IUC Z-Group AB"}, names{"Z-Group Mitt AB"}, names{"Z-Group", "IUC Z-Group AB"}, "other names stay, and come first"},
		{names{"MIDSEC"}, names{"NORSEC"}, names{"MIDSEC"}, names{"NORSEC"}, "renamed back: what it is called is no other name"},
		{names{"MIDSEC"}, names{"MIDSEC"}, names{"NORSEC"}, names{"MIDSEC"}, "once is enough"},
		{names{"A"}, names{"MITTSEC", "Mid"}, names{"MITTSEC", "Mid"}, names{"A"}, "not renamed"},
		{nil, names{"MITTSEC", ""}, names{"MITTSEC", "Mid Security"}, nil, "it gets the name that nobody knew: there was none before"},
		{nil, names{"MITTSEC", "Mid"}, names{"MITTSEC", ""}, names{"Mid"}, "the name is given up"},
	} {
		if diff := cmp.Diff(row.want, FormerNames(row.aliases, row.before, row.after), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s: %s", row.why, diff)
		}
	}
}
