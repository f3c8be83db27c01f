package lists

import (
	"cmp"
	"slices"
	"strings"

	"partnernet/registry"
)

// Verdict says what becomes of a row of a list.
type Verdict string

// The verdicts.
const (
	New      Verdict = "NEW"      // a membership is added, and the organisation if it is not held
	Same     Verdict = "SAME"     // the registry holds all that the row tells
	Changed  Verdict = "CHANGED"  // the row adds something to a record that is held
	Conflict Verdict = "CONFLICT" // the row disagrees with the registry or with another row: people decide
	Refused  Verdict = "REFUSED"  // the row cannot be taken as it is
)

// Verdicts are all of them, in the order in which people look at them.
var Verdicts = []Verdict{Conflict, Refused, New, Changed, Same}

// JudgedMember is a row with its verdict. The reasons for the verdict are among its problems.
type JudgedMember struct {
	Row
	Verdict      Verdict
	Organisation string             // the id of the organisation that the row means, when it is held
	Membership   string             // the id of the membership that the row means, when it is held
	Repeats      int                // the number of the row above that says the same, 0 when none does
	Made         Made               // what is made of the row, once MemberRecords has made it
	Candidates   []Candidate        // held organisations that the row may mean, when nothing decides
	Adds         map[Field]Addition // what the row adds to records that are held
	Differs      map[Field]Addition // what is held differently and stays; of a row that is taken, both become claims

	held   *HeldOrganisation
	member *HeldMembership
	group  string // the key of the organisation that the row means
}

// Addition is a value that a row tells of a record that is held, beside the one that is held.
type Addition struct{ Held, Told string }

// Made are the ids of new records.
type Made struct{ Organisation, Membership string }

// Candidate is an organisation that a row may mean.
type Candidate struct {
	ID, Name string
	Reason   Remark // why it may be meant
}

// Taken tells whether applying the list writes something for the row.
func (j *JudgedMember) Taken() bool { return j.Verdict == New || j.Verdict == Changed }

// JudgeMembers compares the rows with what the registry holds, and with one another, as of a day. The order of the rows decides nothing.
func (l *List) JudgeMembers(known *KnownMembers, on registry.Date) []JudgedMember {
	h := newHoldings(known, on)
	judged := make([]JudgedMember, len(l.Rows))
	var told, open, unsettled []*JudgedMember
	for i, row := range l.Rows {
		j := &judged[i]
		j.Row, j.Adds, j.Differs = row, map[Field]Addition{}, map[Field]Addition{}
		j.Problems = slices.Clone(row.Problems)
		if row.Refused() {
			j.Verdict = Refused
			continue
		}
		told = append(told, j)
	}
	firsts, repeats := apart(told)
	for _, j := range firsts {
		if j.held = h.find(j); j.Verdict == "" {
			j.group = j.subject(known.Network)
			open = append(open, j)
		} else if len(h.byNumbers(j)) == 0 {
			unsettled = append(unsettled, j)
		}
	}
	among(open, unsettled)
	firsts = slices.DeleteFunc(open, func(j *JudgedMember) bool { return j.Verdict != "" })
	for _, j := range firsts {
		j.member = h.findMembership(j)
	}
	oneEach(firsts)
	for _, j := range firsts {
		if j.Verdict == "" {
			h.judge(j)
		}
	}
	for _, r := range repeats {
		r.row.repeat(r.first)
	}
	for i := range judged {
		slices.SortFunc(judged[i].Problems, compareProblems)
	}
	return judged
}

// repetition is a row that says what an earlier one says.
type repetition struct{ row, first *JudgedMember }

// apart tells rows that repeat an earlier one from those that do not.
func apart(rows []*JudgedMember) (firsts []*JudgedMember, repeats []repetition) {
	seen := map[string]*JudgedMember{}
	for _, j := range rows {
		content := []string{}
		for _, field := range sortedKeys(j.Values) {
			content = append(content, string(field), cmp.Or(j.value(field), j.Values[field].Text))
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

// repeat gives a row what the one that it repeats was given, but for its problems, which are told of that one; where that one is taken,
// nothing is left to take.
func (j *JudgedMember) repeat(first *JudgedMember) {
	j.Verdict, j.Organisation, j.Membership, j.Candidates = first.Verdict, first.Organisation, first.Membership, first.Candidates
	if first.Taken() {
		j.Verdict = Same
	}
	j.Repeats, j.Problems = first.Number, nil
}

// judge compares a row that means one organisation with what is held of it and of its membership.
func (h *holdings) judge(j *JudgedMember) {
	if j.held != nil {
		j.Organisation = j.held.ID
		j.compareOrganisation()
	}
	h.compareMembership(j)
	switch {
	case j.Verdict != "":
	case len(j.Adds) > 0:
		j.Verdict = Changed
	case j.Membership == "":
		j.Verdict = New
	default:
		j.Verdict = Same
	}
}

// note takes down a problem with the cell of a field, or of the whole row.
func (j *JudgedMember) note(field Field, p Problem) {
	p.Cell = j.Values[field].Cell
	j.Problems = append(j.Problems, p)
}

func (j *JudgedMember) refuse(field Field, p Problem) { j.decide(Refused, field, p) }

func (j *JudgedMember) conflict(field Field, p Problem) { j.decide(Conflict, field, p) }

func (j *JudgedMember) decide(verdict Verdict, field Field, p Problem) {
	if j.Verdict != Refused {
		j.Verdict = verdict
	}
	p.Refuses = true
	j.note(field, p)
}

func (j *JudgedMember) candidates(held []*HeldOrganisation, reason string) {
	for _, o := range held {
		j.Candidates = append(j.Candidates, Candidate{ID: o.ID, Name: o.Name, Reason: Remark{Text: "candidate." + reason}})
	}
	slices.SortFunc(j.Candidates, func(a, b Candidate) int { return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID)) })
}

// Repeats gives the numbers of the rows that repeat another.
func Repeats(judged []JudgedMember) []int {
	var rows []int
	for _, j := range judged {
		if j.Repeats != 0 {
			rows = append(rows, j.Number)
		}
	}
	return rows
}

// Name is what the row calls its organisation, "" when it names none.
func (j *JudgedMember) Name() string { return j.value(FieldLegalName) }

// Fields gives the fields of additions in order.
func Fields(of map[Field]Addition) []Field { return sortedKeys(of) }
