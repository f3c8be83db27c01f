package rules

import (
	"slices"
	"strings"
	"testing"
)

// Each group looks at what whoever writes may see, or says why one of its rules looks at more.
func TestGroupsLookAtWhatTheWriterSees(t *testing.T) {
	for _, group := range append(slices.Clone(groups), singleFields{}.group()) {
		if !strings.Contains(group.statement, "$visible") && group.whole == "" {
			t.Errorf("the group on %v neither asks what the writer sees nor says why not", group.On)
		}
	}
}
