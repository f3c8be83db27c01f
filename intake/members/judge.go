// Package members judges the rows of a list of a network's members beside what the registry holds, and tells the ledger what those that can be
// taken tell. It writes nothing, and decides nothing that people should.
package members

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"partnernet/lists"
	"partnernet/registry"
)

// Judged is a row with its verdict. The reasons for the verdict are among its problems.
type Judged struct {
	lists.Row
	Verdict      lists.Verdict
	Organisation string                   // the id of the organisation that the row means, when it is held
	Membership   string                   // the id of the membership that the row means, when it is held
	Repeats      int                      // the number of the row above that says the same, 0 when none does
	Made         Made                     // what is made of the row, once Records has made it
	Candidates   []Candidate              // held organisations that the row may mean, when nothing decides
	Adds         map[lists.Field]Addition // what the row adds to records that are held
	Differs      map[lists.Field]Addition // what is held differently and stays; of a row that is taken, both become claims

	known  *KnownOrganisation
	member *KnownMembership
	group  string // the key of the organisation that the row means

	answered bool // an answer settled which organisation the row means
}

// Addition is a value that a row tells of a record that is held, beside the one that is held.
type Addition struct{ Known, Listed string }

// Made are the ids of new records.
type Made struct{ Organisation, Membership string }

// Candidate is an organisation that a row may mean.
type Candidate struct {
	ID, Name string
	Reason   lists.Remark // why it may be meant
}

// Taken tells whether applying the list writes something for the row.
func (j *Judged) Taken() bool { return j.Verdict == lists.New || j.Verdict == lists.Changed }

// Judge compares the rows of a list with what the registry holds, and with one another, as of a day. The order of the rows decides nothing.
func Judge(l *lists.List, known *Known, on registry.Date) []Judged {
	h := newHoldings(known, on)
	judged := make([]Judged, len(l.Rows))
	var settled, open, unsettled []*Judged
	for i, row := range l.Rows {
		j := &judged[i]
		j.Row, j.Adds, j.Differs = h.numberedAsHeld(row), map[lists.Field]Addition{}, map[lists.Field]Addition{}
		j.Problems = slices.Clone(j.Row.Problems)
		if j.Refused() {
			j.Verdict = lists.Refused
			continue
		}
		j.readEnd(on)
		settled = append(settled, j)
	}
	firsts, repeats := splitRepeats(settled)
	for _, j := range firsts {
		if j.known = h.findOrganisation(j); j.Verdict == "" {
			j.group = j.subject(known.Network)
			open = append(open, j)
		} else if len(h.byNumbers(j)) == 0 {
			unsettled = append(unsettled, j)
		}
	}
	compareRows(open, unsettled)
	firsts = slices.DeleteFunc(open, func(j *Judged) bool { return j.Verdict != "" })
	for _, j := range firsts {
		j.member = h.findMembership(j)
	}
	conflictSharedMemberships(firsts)
	for _, j := range firsts {
		if j.Verdict == "" {
			h.judge(j)
		}
	}
	refuseBareNames(judged)
	for _, r := range repeats {
		r.row.repeatOf(r.first)
	}
	for i := range judged {
		slices.SortFunc(judged[i].Problems, lists.CompareProblems)
	}
	return judged
}

// refuseBareNames refuses rows of new organisations that tell nothing but a name where most others tell more: such a row may be a heading between
// them. In a list of nothing but names they are members.
func refuseBareNames(judged []Judged) {
	bare := 0
	for _, j := range judged {
		if j.IsBareName() {
			bare++
		}
	}
	if 2*bare > len(judged) {
		return
	}
	for i := range judged {
		if j := &judged[i]; j.Verdict == lists.New && j.known == nil && j.IsBareName() {
			j.Verdict = lists.Refused
			at := slices.IndexFunc(j.Problems, func(p lists.Problem) bool { return p.Code == lists.OnlyAName })
			j.Problems[at].Refuses = true
		}
	}
}

// repetition is a row that says what an earlier one says.
type repetition struct{ row, first *Judged }

// splitRepeats tells rows that repeat an earlier one from those that do not.
func splitRepeats(rows []*Judged) (firsts []*Judged, repeats []repetition) {
	seen := map[string]*Judged{}
	for _, j := range rows {
		content := []string{}
		for _, field := range slices.Sorted(maps.Keys(j.Values)) {
			content = append(content, string(field), cmp.Or(j.Value(field), j.Values[field].Text))
		}
		key := strings.Join(content, "\x1f")
		if first := seen[key]; first != nil {
			repeats = append(repeats, repetition{j, first})
			continue
		}
		seen[key] = j
		firsts = append(firsts, j)
	}
	return firsts, repeats
}

// repeatOf gives a row what the one that it repeats was given, but for its problems, which are told of that one; where that one is taken,
// nothing is left to take.
func (j *Judged) repeatOf(first *Judged) {
	j.Verdict, j.Organisation, j.Membership, j.Candidates, j.known, j.answered = first.Verdict, first.Organisation, first.Membership, first.Candidates, first.known, first.answered
	if first.Taken() {
		j.Verdict = lists.Same
	}
	j.Repeats, j.Problems = first.Number, nil
}

// judge compares a row that means one organisation with what is held of it and of its membership.
func (h *holdings) judge(j *Judged) {
	if j.known != nil {
		j.Organisation = j.known.ID
		j.compareOrganisation()
	}
	h.compareMembership(j)
	switch {
	case j.Verdict != "":
	case j.Membership == "":
		j.Verdict = lists.New
	case len(j.Adds) > 0:
		j.Verdict = lists.Changed
	default:
		j.Verdict = lists.Same
	}
}

// addProblem takes down a problem with the cell of a field, or of the whole row.
func (j *Judged) addProblem(field lists.Field, p lists.Problem) {
	p.Cell = j.Values[field].Cell
	j.Problems = append(j.Problems, p)
}

func (j *Judged) refuse(field lists.Field, p lists.Problem) { j.setVerdict(lists.Refused, field, p) }

func (j *Judged) conflict(field lists.Field, p lists.Problem) { j.setVerdict(lists.Conflict, field, p) }

func (j *Judged) setVerdict(verdict lists.Verdict, field lists.Field, p lists.Problem) {
	if j.Verdict != lists.Refused {
		j.Verdict = verdict
	}
	p.Refuses = true
	j.addProblem(field, p)
}

func (j *Judged) addCandidates(known []*KnownOrganisation, reason string) {
	for _, o := range known {
		j.Candidates = append(j.Candidates, Candidate{ID: o.ID, Name: o.Name, Reason: lists.Remark{Text: "candidate." + reason}})
	}
	slices.SortFunc(j.Candidates, func(a, b Candidate) int { return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID)) })
}

// Repeats gives the numbers of the rows that repeat another.
func Repeats(judged []Judged) []int {
	var rows []int
	for _, j := range judged {
		if j.Repeats != 0 {
			rows = append(rows, j.Number)
		}
	}
	return rows
}

// Name is what the row calls its organisation, "" when it names none.
func (j *Judged) Name() string { return j.Value(lists.FieldLegalName) }

// Fields gives the fields of additions in order.
func Fields(of map[lists.Field]Addition) []lists.Field { return slices.Sorted(maps.Keys(of)) }
