package export

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"partnernet/fault"
	"partnernet/operations"
)

// pages answers questions for a list with so many made-up organisations, a page at a time, as the API does.
func pages(many int, seen func()) operations.Ask {
	return func(_ context.Context, _ string, variables map[string]any) (map[string]any, error) {
		seen()
		after, _ := variables["after"].(string)
		from, _ := strconv.Atoi(after)
		nodes := []any{}
		for n := from; n < min(from+100, many); n++ {
			nodes = append(nodes, object{
				"id": fmt.Sprintf("0190-%08d", n), "legalName": fmt.Sprintf("=Exempel %d, \"Åre\" AB", n), "country": "SE", "legalForm": "AB",
				"identifiers": []any{object{"scheme": "SE_ON", "value": fmt.Sprintf("%010d", n)}},
				"location":    object{"municipality": "Åre", "nuts": nil}, "industryCodes": []any{"25.40"}, "foundedOn": "2001-02-03",
				"unknown": []any{object{"field": "homepage", "reason": "NOT_IN_SOURCE"}}, "sources": []any{object{"title": "Exempelregistret"}},
			})
		}
		end := min(from+100, many)
		return object{"list": object{"nodes": nodes, "pageInfo": object{"hasNextPage": end < many, "endCursor": strconv.Itoa(end)}}}, nil
	}
}

func request(kind Kind, format Format) Request {
	return Request{Kind: kind, Format: format, Language: "sv", AsOf: "2024-01-15"}
}

// A list in CSV has a mark, its rows in their order whatever the page, texts that are no formulas, and nothing where nothing is known.
func TestCSV(t *testing.T) {
	var out bytes.Buffer
	if err := Write(t.Context(), pages(250, func() {}), request("organisations", "csv"), &out); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(out.String(), byteOrderMark))).ReadAll()
	if err != nil || len(rows) != 251 || !strings.HasPrefix(out.String(), byteOrderMark) {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	cells := map[string]string{}
	for i, heading := range rows[0] {
		cells[heading] = rows[250][i]
	}
	for heading, want := range map[string]string{
		"Juridiskt namn": `'=Exempel 249, "Åre" AB`, "Organisationsnummer": "0000000249", "Näringsgren": "25.40", "Dagen den grundades": "2001-02-03", "Webbplats": "",
		"Inte känt": "webbplats: står inte i källan", "NUTS": "", "Källa": "Exempelregistret", "ID": "0190-00000249",
	} {
		if got, there := cells[heading]; got != want || !there {
			t.Errorf("%s is %q, not %q", heading, got, want)
		}
	}
}

// A workbook has days that are days, numbers that are numbers, and no formulas.
func TestWorkbook(t *testing.T) {
	award := object{"state": "EFFECTIVE", "aidRate": "0.35", "cap": object{"amount": "362060.00", "currency": "SEK"}, "remaining": nil,
		"unknown": []any{object{"field": "budgetLine", "reason": "NOT_ASKED"}}}
	ask := func(context.Context, string, map[string]any) (map[string]any, error) {
		return object{"list": object{"nodes": []any{
			object{"id": "1", "acronym": "=A", "plannedFrom": "2023-05-01", "awards": []any{award, object{"state": "LAPSED"}}},
			object{"id": "2", "acronym": "B", "awards": []any{}},
		}}}, nil
	}
	var out bytes.Buffer
	if err := Write(t.Context(), ask, request("projects", "xlsx"), &out); err != nil {
		t.Fatal(err)
	}
	file, err := excelize.OpenReader(bytes.NewReader(out.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	shown, err := file.GetRows("Projekt")
	if err != nil || len(shown) != 4 {
		t.Fatalf("%v, %v", shown, err)
	}
	column := map[string]string{}
	for i, heading := range shown[0] {
		column[heading], _ = excelize.ColumnNumberToName(i + 1)
	}
	for _, c := range []struct {
		heading, row, shows, raw string
		kind                     excelize.CellType
	}{
		{"Kortnamn", "2", "=A", "=A", excelize.CellTypeInlineString},
		{"Planerad start", "2", "2023-05-01", "45047", excelize.CellTypeUnset},
		{"Stödandel", "2", "0.35", "0.35", excelize.CellTypeUnset},
		{"Högsta belopp", "2", "362060", "362060", excelize.CellTypeUnset},
		{"Återstår", "2", "", "", excelize.CellTypeUnset},
		{"Högsta belopp", "3", "", "", excelize.CellTypeUnset},
		{"Kortnamn", "4", "B", "B", excelize.CellTypeInlineString},
	} {
		cell := column[c.heading] + c.row
		shows, _ := file.GetCellValue("Projekt", cell)
		raw, _ := file.GetCellValue("Projekt", cell, excelize.Options{RawCellValue: true})
		formula, _ := file.GetCellFormula("Projekt", cell)
		if kind, _ := file.GetCellType("Projekt", cell); shows != c.shows || raw != c.raw || kind != c.kind || formula != "" {
			t.Errorf("%s in row %s shows %q, is %q of type %v, formula %q", c.heading, c.row, shows, raw, kind, formula)
		}
	}
}

// What is wrong with a request is told before anything is written, and what goes wrong on the way is told too.
func TestRefusedExports(t *testing.T) {
	broken := func(context.Context, string, map[string]any) (map[string]any, error) {
		return nil, fault.New(fault.Unavailable, "The database does not answer.")
	}
	for _, c := range []struct {
		request Request
		code    fault.Code
	}{
		{request("secrets", "csv"), fault.BadInput},
		{request("organisations", "doc"), fault.BadInput},
		{request("members", "csv"), fault.BadInput},
		{Request{Kind: "organisations", Format: "csv", Language: "da", AsOf: "2024-01-15"}, fault.BadInput},
		{Request{Kind: "organisations", Format: "csv", Language: "sv", AsOf: "2024-02-30"}, fault.BadInput},
		{Request{Kind: "organisations", Format: "csv", Language: "sv", AsOf: "2024-01-15", Network: "X"}, fault.Unavailable},
		{request("organisations", "xlsx"), fault.Unavailable},
	} {
		var out bytes.Buffer
		if err := Write(t.Context(), broken, c.request, &out); fault.CodeOf(err) != c.code || out.Len() > 0 {
			t.Errorf("%+v: %v, after %d bytes", c.request, err, out.Len())
		}
	}
}

// BenchmarkExport exports made-up organisations, and tells how high the heap rose: at 100 000 as at 10 000.
func BenchmarkExport(b *testing.B) {
	for _, offer := range Offers {
		if offer.Kind != "organisations" {
			continue
		}
		for _, many := range []int{10_000, 100_000} {
			b.Run(fmt.Sprintf("%s/%d", offer.File(), many), func(b *testing.B) {
				for b.Loop() {
					b.ReportMetric(peakHeap(b, func(seen func()) error {
						return Write(b.Context(), pages(many, seen), request(offer.Kind, offer.Format), lookingWriter(seen))
					}), "peak-MB")
				}
			})
		}
	}
}

// lookingWriter throws away what is written, and looks at each part of it.
type lookingWriter func()

func (look lookingWriter) Write(part []byte) (int, error) {
	look()
	return len(part), nil
}

// peakHeap gives how many megabytes were in use at the most while something was done, seen from time to time after a collection.
func peakHeap(b *testing.B, do func(seen func()) error) float64 {
	b.Helper()
	var peak uint64
	looked := time.Now()
	look := func() {
		if time.Since(looked) < 10*time.Millisecond {
			return
		}
		looked = time.Now()
		var stats runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&stats)
		peak = max(peak, stats.HeapAlloc)
	}
	if err := do(look); err != nil {
		b.Fatal(err)
	}
	return float64(peak) / (1 << 20)
}

// A grant names organisations by their numbers, tells what is known and nothing else, and is none without what the standard demands.
func TestGrants(t *testing.T) {
	award := object{
		"id": "1", "state": "CONDITIONAL", "aidRate": "0.35", "cap": object{"amount": "362060.00", "currency": "SEK"}, "paid": nil,
		"recipient": object{"id": "2", "legalName": "Exempel AB", "identifiers": []any{object{"scheme": "LEI", "value": "L"}, object{"scheme": "SE_ON", "value": "5599999991"}}},
		"funder":    object{"id": "3", "legalName": "Exempelregionen", "country": "SE"},
		"project":   object{"acronym": "Exempel", "plannedFrom": "2023-05-01", "plannedTo": nil},
		"decision":  object{"decidedOn": "2023-06-01"},
	}
	grant, lacks := grantOf(award)
	text, err := json.Marshal(grant)
	if err != nil || lacks != nil {
		t.Fatal(lacks, err)
	}
	for _, says := range []string{`"id":"SE-BLV-5599999991"`, `"id":"urn:uuid:3"`, `"amountAwarded":362060.00`, `"plannedDates":[{"startDate":"2023-05-01"}]`, `"aidRate":"0.35"`} {
		if !strings.Contains(string(text), says) {
			t.Errorf("nothing says %s: %s", says, text)
		}
	}
	if strings.Contains(string(text), "amountDisbursed") {
		t.Errorf("what is paid is not known, and told: %s", text)
	}
	award["decision"], award["cap"], award["funder"] = nil, nil, nil
	if _, lacks := grantOf(award); !slices.Equal(lacks, []string{"currency", "amountAwarded", "awardDate", "fundingOrganization"}) {
		t.Errorf("it lacks %v", lacks)
	}
}
