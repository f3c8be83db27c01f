package brreg_test

import (
	"encoding/json"
	"fmt"
	"io"
	"runtime"
	"testing"
	"time"

	"partnernet/brreg"
	"partnernet/ledger"
	"partnernet/registry"
	"partnernet/testdb"
	"partnernet/testworld"
)

// measured is a registry that holds so many organisations with Norwegian numbers, of which a register tells.
func measured(b *testing.B, many int) (*brreg.Sync, *register) {
	b.Helper()
	db, r := testdb.Open(b), newRegister(b)
	l := ledger.New(db.Patient(10*time.Minute), testworld.Model(b), now)
	document, source := ledger.DerivedID("list"), ledger.DerivedID("source")
	records := []ledger.Record{
		{Type: "Document", ID: document, Values: map[string]any{"title": "A list"}},
		{Type: "Source", ID: source, Values: map[string]any{"retrievedAt": now()}, Links: map[string][]string{"document": {document}}},
	}
	for candidate := 910_000_000; len(r.units) < many; candidate++ {
		number, err := registry.ParseIdentifier(registry.NorwegianNumber, fmt.Sprint(candidate))
		if err != nil {
			continue // its last digit is wrong
		}
		records = append(records, ledger.Record{Type: "Organisation", ID: ledger.DerivedID(number.Value), Values: map[string]any{"legalName": "Eksempel " + number.Value + " AS", "country": "NO"},
			Parts: map[string][]ledger.Part{"identifiers": {{Key: map[string]any{"scheme": "NO_BRC", "value": number.Value}}}}})
		r.tell(number.Value, "EKSEMPEL "+number.Value+" AS", nil)
	}
	_, err := l.Tell(b.Context(), ledger.Telling{Actor: "test", Action: "import", Source: source, Records: records})
	must(b, err)
	return &brreg.Sync{DB: db, Ledger: l, Now: now, Actor: "test"}, r
}

// BenchmarkSync asks for 600 organisations twice. The second time nothing is written.
func BenchmarkSync(b *testing.B) {
	s, r := measured(b, 600)
	for b.Loop() {
		for _, round := range []string{"first", "again"} {
			began, before := time.Now(), r.requests
			outcome, err := s.All(b.Context(), brreg.NewClient(r.URL))
			must(b, err)
			b.ReportMetric(time.Since(began).Seconds(), "s/"+round)
			b.ReportMetric(float64(r.requests-before), "requests/"+round)
			b.ReportMetric(float64(len(outcome.Recorded)), "recorded/"+round)
		}
	}
}

// BenchmarkTheFileOfAllUnits reads files of 10 000 and of a million units, of which 10 are held, and tells how high the heap rises.
func BenchmarkTheFileOfAllUnits(b *testing.B) {
	s, r := measured(b, 10)
	var ours []map[string]any
	for _, unit := range r.units {
		ours = append(ours, unit)
	}
	for _, many := range []int{10_000, 1_000_000} {
		b.Run(fmt.Sprint(many), func(b *testing.B) {
			for b.Loop() {
				reading, writing := io.Pipe()
				var peak uint64
				go func() { _ = writing.CloseWithError(writeUnits(writing, many, ours, &peak)) }()
				began := time.Now()
				outcome, err := s.File(b.Context(), r.URL, reading)
				must(b, err)
				if outcome.Read != len(ours) {
					b.Fatalf("%d of %d are read", outcome.Read, len(ours))
				}
				b.ReportMetric(time.Since(began).Seconds(), "s")
				b.ReportMetric(float64(peak)/(1<<20), "MB-heap")
			}
		})
	}
}

// writeUnits writes a file of so many units, some of them known and spread over it, and notes how much of the heap was in use at the most, after collections.
func writeUnits(w io.Writer, many int, known []map[string]any, peak *uint64) error {
	all := json.NewEncoder(w)
	if _, err := io.WriteString(w, "["); err != nil {
		return err
	}
	for i := range many {
		if i > 0 {
			if _, err := io.WriteString(w, ","); err != nil {
				return err
			}
		}
		unit := map[string]any{"organisasjonsnummer": fmt.Sprint(800_000_000 + i), "navn": fmt.Sprintf("EKSEMPEL %d AS", i), "organisasjonsform": map[string]any{"kode": "AS", "beskrivelse": "Aksjeselskap"},
			"forretningsadresse": map[string]any{"kommunenummer": "5006", "kommune": "STEINKJER", "adresse": []any{"Kongens gate 1"}}, "konkurs": false,
			"vedtektsfestetFormaal": []any{"Selskapet skal drive eksempler og det som står i forbindelse med det."}}
		if i%(many/len(known)) == 0 && i/(many/len(known)) < len(known) {
			unit = known[i/(many/len(known))]
		}
		if err := all.Encode(unit); err != nil {
			return err
		}
		if i%(many/20) == 0 {
			var stats runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&stats)
			*peak = max(*peak, stats.HeapAlloc)
		}
	}
	_, err := io.WriteString(w, "]")
	return err
}
