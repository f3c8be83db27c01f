package members

import (
	"slices"

	"partnernet/lists"
)

// Answer is what somebody says of a row that is in doubt: which organisation that is held it means, or "" that it means none of its candidates.
type Answer struct{ Organisation string }

// numbered are doubts that a number raises: a row cannot mean somebody new under a number that is held.
var numbered = []lists.ProblemCode{lists.NumbersOfSeveral, lists.NumberOfAnother}

// findOrganisation decides which organisation a row means. Where nothing decides, an answer does: it names one of the candidates, or a new one.
func (h *holdings) findOrganisation(j *Judged) *KnownOrganisation {
	before := len(j.Problems)
	found := h.decideOrganisation(j)
	answer, answered := h.Answers[j.Number]
	if !answered || j.Verdict != lists.Conflict || len(j.Candidates) == 0 {
		return found
	}
	var chosen *KnownOrganisation
	if answer.Organisation != "" {
		at := slices.IndexFunc(j.Candidates, func(c Candidate) bool { return c.ID == answer.Organisation })
		if at < 0 {
			return nil
		}
		chosen = h.organisation(answer.Organisation)
		if chosen.otherNumber(j.Identifiers) { // two numbers in one register are two organisations, whatever somebody says
			return nil
		}
	} else if slices.ContainsFunc(j.Problems[before:], func(p lists.Problem) bool { return slices.Contains(numbered, p.Code) }) {
		return nil
	}
	j.Verdict, j.Candidates, j.Problems, j.answered = "", nil, j.Problems[:before], true
	return chosen
}

// organisation gives the organisation of an id, nil for none.
func (h *holdings) organisation(id string) *KnownOrganisation {
	for i := range h.Organisations {
		if h.Organisations[i].ID == id {
			return &h.Organisations[i]
		}
	}
	return nil
}

// means gives the id of the organisation that is held and that the row means, "" for none.
func (j *Judged) means() string {
	if j.known == nil {
		return ""
	}
	return j.known.ID
}

// Unanswered gives the numbers of rows whose answer settled nothing: there is no such row, it is not in doubt, or it may not mean what the answer says.
func Unanswered(judged []Judged, answers map[int]Answer) []int {
	var rows []int
	for number, answer := range answers {
		settled := func(j Judged) bool {
			return j.Number == number && j.answered && j.means() == answer.Organisation && len(j.Candidates) == 0
		}
		if !slices.ContainsFunc(judged, settled) {
			rows = append(rows, number)
		}
	}
	slices.Sort(rows)
	return rows
}
