package intake

import (
	"bytes"
	"cmp"
	"encoding/json"
	"os"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"partnernet/registry"
	"pgregory.net/rapid"
)

// listedRows draws rows from small pools, so that they meet, disagree and contradict each other often.
func listedRows(t *rapid.T) []fields {
	from := func(values ...any) *rapid.Generator[any] { return rapid.SampledFrom(values) }
	columns := map[string]*rapid.Generator[any]{
		"program":           from("Sverige-Norge", "Interreg Sverige–Norge", "AURORA", "AURORA", nil),
		"projektnamn":       from("Bridge", "Tunnel", "Bridge", "Tunnel", ""),
		"projekttyp":        from("Regular", "Small", "Full Application", "?", nil),
		"startdatum":        from("2020-01-01", "2021-01-01", "2023-01-01", "2023-02-31", nil),
		"slutdatum":         from("2020-12-31", "2022-06-30", "2024-12-31", "2019-12-31", nil),
		"organisationsnamn": from("Exempel", "Exempel AB", "Exempels", "Annan", "Annan", nil),
		"organisationsroll": from("LP", "PP", "AP", "PP", "?"),
		"organisationstyp":  from("Large enterprise", "Enterprise, except SME", "Other", "?", nil),
		"nuts3":             from("Skåne län", "SKÅNE LÄN", "Uppsala län", nil),
		"land":              from("Sverige", "Sverige", "Norge", "?"),
		"partnerbudget":     from(0, 10.5, json.Number("10.50"), json.Number("1.005"), "?", nil),
	}
	names := make([]string, 0, len(columns))
	for name := range columns {
		names = append(names, name)
	}
	slices.Sort(names)
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) fields {
		row := fields{}
		for _, name := range names {
			row[name] = columns[name].Draw(t, name)
		}
		return row
	}), 0, 30).Draw(t, "rows")
}

// The order of the rows decides nothing but the numbers that point at them.
func TestTheOrderOfRowsDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := listedRows(t)
		numbers := make([]int, len(rows))
		for i := range numbers {
			numbers[i] = i
		}
		shuffled := make([]fields, len(rows))
		numbers = rapid.Permutation(numbers).Draw(t, "order")
		for at, number := range numbers {
			shuffled[at] = rows[number]
		}
		got := read(t, shuffled...)
		renumber(got, func(row int) int { return numbers[row-1] + 1 })
		if diff := gocmp.Diff(read(t, rows...), got); diff != "" {
			t.Fatal(diff)
		}
	})
}

// Every row is either refused or one participation's, and every record a row points at is in the list.
func TestNoRowIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkNothingIsLost(t, read(t, listedRows(t)...)) })
}

// A list that holds every row twice tells nothing more.
func TestRowsToldTwiceTellTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := listedRows(t)
		once, twice := read(t, rows...), read(t, append(rows, rows...)...)
		for _, list := range []*PartnerList{once, twice} {
			renumber(list, func(row int) int { return (row-1)%max(len(rows), 1) + 1 })
			list.RowsRead, list.Refused, list.Doubts = 0, nil, nil
		}
		if diff := gocmp.Diff(once, twice); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestProjectsAreWhatOverlaps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := listedRows(t)
		text, err := json.Marshal(rows)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := len(read(t, rows...).Projects), countProjects(t, text); got != want {
			t.Fatalf("got %d projects, want %d", got, want)
		}
	})
}

// A real list, named by the environment, keeps the same laws.
func TestARealPartnerList(t *testing.T) {
	path := os.Getenv("PARTNERNET_INTERREG_FILE")
	if path == "" {
		t.Skip("no real partner list: PARTNERNET_INTERREG_FILE is not set")
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	list, err := ReadPartnerList(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	checkNothingIsLost(t, list)
	var rows []fields
	if err := json.Unmarshal(text, &rows); err != nil {
		t.Fatal(err)
	}
	nameless, names := 0, map[any]bool{}
	for _, row := range rows {
		if name := row["organisationsnamn"]; name == nil {
			nameless++
		} else {
			names[name] = true
		}
	}
	t.Logf("%d rows, %d refused, %d programmes, %d projects, %d organisations, %d possible duplicates", list.RowsRead, len(list.Refused),
		len(list.Programmes), len(list.Projects), len(list.Organisations), len(list.PossibleDuplicates))
	for what, count := range map[string]struct{ got, want int }{
		"rows read":     {list.RowsRead, len(rows)},
		"rows refused":  {len(list.Refused), nameless},
		"organisations": {len(list.Organisations), len(names)},
		"projects":      {len(list.Projects), countProjects(t, text)},
	} {
		if count.got != count.want {
			t.Errorf("%s: got %d, want %d", what, count.got, count.want)
		}
	}
}

type failer interface {
	Fatal(...any)
	Fatalf(string, ...any)
}

func checkNothingIsLost(t failer, list *PartnerList) {
	times := map[int]int{}
	for _, refusal := range list.Refused {
		times[refusal.Row]++
	}
	projects, organisations := map[string]bool{}, map[string]bool{}
	for _, project := range list.Projects {
		projects[project.Key] = true
	}
	for _, organisation := range list.Organisations {
		organisations[organisation.Key] = true
	}
	for _, participation := range list.Participations {
		for _, row := range participation.Rows {
			times[row]++
		}
		if !projects[participation.Project] || !organisations[participation.Organisation] {
			t.Fatalf("%q is of no listed project or organisation", participation.Key)
		}
	}
	if len(projects) != len(list.Projects) || len(organisations) != len(list.Organisations) {
		t.Fatal("two records have one key")
	}
	for row := 1; row <= list.RowsRead; row++ {
		if times[row] != 1 {
			t.Fatalf("row %d was refused or placed %d times", row, times[row])
		}
	}
}

// countProjects counts by the rule's own words, slowly: titles of a programme, each as many projects as its whole
// periods fall apart into when those that overlap are joined until none do, and one when it has no whole period.
func countProjects(t failer, text []byte) int {
	var rows []struct{ Program, Projektnamn, Startdatum, Slutdatum string }
	if err := json.Unmarshal(text, &rows); err != nil {
		t.Fatal(err)
	}
	type span struct{ from, to string }
	periods := map[string][]span{}
	for _, row := range rows {
		if row.Program == "" || row.Projektnamn == "" {
			continue
		}
		title := ProgrammeKey(row.Program) + row.Projektnamn
		_, badFrom := registry.ParseDate(row.Startdatum)
		_, badTo := registry.ParseDate(row.Slutdatum)
		spans := periods[title]
		if badFrom == nil && badTo == nil && row.Startdatum <= row.Slutdatum {
			spans = append(spans, span{row.Startdatum, row.Slutdatum})
		}
		periods[title] = spans
	}
	count := 0
	for _, spans := range periods {
		for joined := true; joined; {
			joined = false
			for i := 0; i < len(spans) && !joined; i++ {
				for j := i + 1; j < len(spans) && !joined; j++ {
					if spans[i].from <= spans[j].to && spans[j].from <= spans[i].to {
						spans[i] = span{min(spans[i].from, spans[j].from), max(spans[i].to, spans[j].to)}
						spans, joined = slices.Delete(spans, j, j+1), true
					}
				}
			}
		}
		count += max(len(spans), 1)
	}
	return count
}

// renumber changes every row number in a list.
func renumber(list *PartnerList, to func(int) int) {
	for i := range list.Programmes {
		list.Programmes[i].Rows = renumbered(list.Programmes[i].Rows, to)
	}
	for i := range list.Projects {
		p := &list.Projects[i]
		p.Rows = renumbered(p.Rows, to)
		renumberTold(p.Type, to)
		renumberTold(p.From, to)
		renumberTold(p.To, to)
	}
	for i := range list.Organisations {
		o := &list.Organisations[i]
		o.Rows = renumbered(o.Rows, to)
		renumberTold(o.Country, to)
		renumberTold(o.SectorType, to)
		renumberTold(o.NUTS, to)
	}
	for i := range list.Participations {
		p := &list.Participations[i]
		p.Rows = renumbered(p.Rows, to)
		renumberTold(p.Country, to)
		renumberTold(p.Budget, to)
	}
	for i := range list.Refused {
		list.Refused[i].Row = to(list.Refused[i].Row)
	}
	for i := range list.Doubts {
		list.Doubts[i].Row = to(list.Doubts[i].Row)
	}
	slices.SortFunc(list.Refused, func(a, b Refusal) int { return cmp.Compare(a.Row, b.Row) })
	slices.SortStableFunc(list.Doubts, func(a, b Doubt) int { return cmp.Compare(a.Row, b.Row) })
}

func renumberTold[T comparable](told SourceValue[T], to func(int) int) {
	for i := range told.Readings {
		told.Readings[i].Rows = renumbered(told.Readings[i].Rows, to)
	}
}

func renumbered(rows Rows, to func(int) int) Rows {
	changed := Rows{}
	for _, row := range rows {
		changed = append(changed, to(row))
	}
	slices.Sort(changed)
	return slices.Compact(changed)
}
