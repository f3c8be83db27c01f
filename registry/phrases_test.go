package registry

import (
	"errors"
	"io"
	"testing"

	"partnernet/fault"
)

// A fault that stands in a table is said in the language of whoever is told, from within whatever wraps it, and keeps its cause for the log.
func TestAFaultIsSaidInEachLanguage(t *testing.T) {
	phrases := Phrases{"large": {"Större än {most} MB.", "Større enn {most} MB.", "Larger than {most} MB."}}
	err := fault.Within("file", phrases.Fault(fault.BadInput, io.ErrUnexpectedEOF, "large", About{"most": "16"}))
	for language, want := range map[string]string{"sv": "Större än 16 MB.", "nb": "Større enn 16 MB.", "en": "Larger than 16 MB.", "fi": "Larger than 16 MB."} {
		if got := Sentence(err, language); got != want {
			t.Errorf("in %s: %s", language, got)
		}
	}
	if fault.CodeOf(err) != fault.BadInput || !errors.Is(err, io.ErrUnexpectedEOF) || err.Error() != "file: Larger than 16 MB." {
		t.Errorf("%v is %s", err, fault.CodeOf(err))
	}
	if got := Sentence(io.EOF, "sv"); got != "EOF" {
		t.Errorf("what stands in no table is said as it is, not as %q", got)
	}
}
