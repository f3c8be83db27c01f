package commands

import (
	"cmp"
	"encoding/json"
	"slices"

	"partnernet/fault"
	"partnernet/intake/members"
	"partnernet/lists"
)

// Imported is what became of a list, by the names of the payload's fields.
type Imported struct {
	Network string          `json:"network"`
	Source  string          `json:"source,omitempty"`
	Taken   bool            `json:"taken"`
	Sheet   string          `json:"sheet,omitempty"`
	Others  []string        `json:"otherSheets"`
	Columns []lists.Column  `json:"columns"`
	Counts  []ImportedCount `json:"counts"`
	Notes   []lists.Note    `json:"notes"`
	Rows    []ImportedRow   `json:"rows"`
}

// ImportedCount is how many rows have a verdict.
type ImportedCount struct {
	Verdict string `json:"verdict"`
	Count   int    `json:"count"`
}

// ImportedRow is a row, and what became of it.
type ImportedRow struct {
	Row          int                 `json:"row"`
	Verdict      string              `json:"verdict"`
	Name         string              `json:"name,omitempty"`
	Repeats      int                 `json:"repeats,omitempty"`
	Organisation string              `json:"organisation,omitempty"`
	Membership   string              `json:"membership,omitempty"`
	Values       []ImportedValue     `json:"values"`
	Problems     []lists.Problem     `json:"problems"`
	Candidates   []ImportedCandidate `json:"candidates"`
}

// ImportedValue is a value that a row tells of a record that is held.
type ImportedValue struct {
	Field  string `json:"field"`
	Known  string `json:"held,omitempty"`
	Listed string `json:"told"`
}

// ImportedCandidate is an organisation that a row may mean.
type ImportedCandidate struct {
	Organisation string       `json:"organisation"`
	Why          lists.Remark `json:"why"`
}

// ReadImported gives what became of a list from the results of a command.
func ReadImported(results map[string]any) (Imported, error) {
	var i Imported
	text, err := json.Marshal(results)
	if err == nil {
		err = json.Unmarshal(text, &i)
	}
	if err != nil {
		return i, fault.Wrap(fault.Internal, err, "What became of the list could not be read.")
	}
	return i, nil
}

// results gives the same as a command's results: of the same types as when they are read again.
func (i Imported) results() (map[string]any, error) {
	var results map[string]any
	text, err := json.Marshal(i)
	if err == nil {
		err = json.Unmarshal(text, &results)
	}
	if err != nil {
		return nil, fault.Wrap(fault.Internal, err, "What became of the list could not be kept.")
	}
	return results, nil
}

// Count counts the rows that have one of these verdicts.
func (i Imported) Count(verdicts ...lists.Verdict) int {
	sum := 0
	for _, c := range i.Counts {
		if slices.Contains(verdicts, lists.Verdict(c.Verdict)) {
			sum += c.Count
		}
	}
	return sum
}

// importedOf tells what became of a list.
func importedOf(list *lists.List, judged []members.Judged) Imported {
	i := Imported{Sheet: list.Sheet, Others: append([]string{}, list.Others...), Columns: append([]lists.Column{}, list.Columns...), Notes: list.Notes(members.Repeats(judged)),
		Rows: []ImportedRow{}}
	count := map[lists.Verdict]int{}
	for _, j := range judged {
		count[j.Verdict]++
		i.Rows = append(i.Rows, importedRow(j))
	}
	for _, v := range lists.Verdicts {
		i.Counts = append(i.Counts, ImportedCount{string(v), count[v]})
	}
	return i
}

func importedRow(j members.Judged) ImportedRow {
	row := ImportedRow{Row: j.Number, Verdict: string(j.Verdict), Name: j.Name(), Repeats: j.Repeats,
		Organisation: cmp.Or(j.Organisation, j.Made.Organisation), Membership: cmp.Or(j.Membership, j.Made.Membership),
		Values: []ImportedValue{}, Problems: append([]lists.Problem{}, j.Problems...), Candidates: []ImportedCandidate{}}
	for _, additions := range []map[lists.Field]members.Addition{j.Adds, j.Differs} {
		for _, field := range members.Fields(additions) {
			row.Values = append(row.Values, ImportedValue{Field: string(field), Known: additions[field].Known, Listed: additions[field].Listed})
		}
	}
	for _, c := range j.Candidates {
		row.Candidates = append(row.Candidates, ImportedCandidate{Organisation: c.ID, Why: c.Reason})
	}
	return row
}
