package members

import (
	"maps"
	"slices"

	"partnernet/lists"
	"partnernet/rules"
)

// Refuse refuses the rows that are taken and whose records break rules of the register, or bring that about, as telling them has shown. It
// gives how many these are. Records has made what the rows tell.
func Refuse(judged []Judged, broken []rules.Violation) int {
	refused := map[int]bool{}
	for _, v := range broken {
		for i := range judged {
			if j := &judged[i]; (j.Taken() || refused[j.Number]) && slices.ContainsFunc(append(v.By, v.ID), j.tells) {
				refused[j.Number] = true
				j.refuse("", lists.Problem{Code: lists.RuleBroken, About: lists.AboutRule(v.Rule, v.Field, v.Says)})
			}
		}
	}
	for i := range judged {
		if j := &judged[i]; refused[j.Repeats] {
			j.Verdict = lists.Refused
		} else if refused[j.Number] {
			j.Made, j.Adds, j.Differs = Made{}, nil, nil
		}
	}
	return len(refused)
}

// tells says whether the row tells something of the record of an id: its organisation, where it tells more than who is meant, or its membership.
func (j *Judged) tells(id string) bool {
	if id == j.Organisation {
		return slices.ContainsFunc(slices.Collect(maps.Keys(j.Adds)), func(f lists.Field) bool { return !slices.Contains(membershipFields, f) })
	}
	return id != "" && slices.Contains([]string{j.Membership, j.Made.Organisation, j.Made.Membership}, id)
}
