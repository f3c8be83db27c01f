package registry

import (
	"slices"
	"testing"

	"partnernet/fault"
)

func TestCountedByUnit(t *testing.T) {
	for unit, want := range map[string][]DocumentType{
		"rapporter": {DocumentReport}, "Antal rapporter": {DocumentReport}, "reports": {DocumentReport}, "rapporter, strategier och program": {DocumentReport, DocumentStrategy},
		"avtaler": {DocumentAgreement}, "deltagare": nil, "deltagare i rapporten": nil, "rapporter eller filmer": nil, "": nil, "st": nil,
	} {
		if got := CountedByUnit(unit); !slices.Equal(got, want) {
			t.Errorf("%q counts %v, want %v", unit, got, want)
		}
	}
}

func TestCheckEvidence(t *testing.T) {
	for _, row := range []struct {
		counted  []DocumentType
		document DocumentType
		taken    bool
		why      string
	}{
		{CountedByOutput("REPORT"), "REPORT", true, "a report is a report"},
		{CountedByOutput("REPORT"), "AGREEMENT", false, "an agreement is none"},
		{CountedByOutput("REPORT"), "", false, "nobody has said that it is one"},
		{CountedByOutput("EVENT"), "MINUTES", true, "an event may be shown by anything"},
		{CountedByUnit("deltagare"), "", true, "nothing tells what does not count"},
		{CountedByUnit("rapporter och strategier"), "STRATEGY", true, "either counts"},
	} {
		if err := CheckEvidence(row.counted, row.document); (err == nil) != row.taken {
			t.Errorf("%s: %v", row.why, err)
		}
	}
	if err := CheckEvidenceOnce(true); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("two that nothing tells apart: %v", err)
	}
	if err := CheckEvidenceOnce(false); err != nil {
		t.Errorf("two that differ: %v", err)
	}
}
