package commands

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"partnernet"
	"partnernet/model"
	"partnernet/registry"
	"partnernet/testworld/golden"
)

// place is whose a record is, beside somebody who has a role over the network m, or over the organisation o in it.
type place struct {
	name string
	to   registry.Belongs
}

var places = []place{
	{"own network", registry.Belongs{Networks: []string{"m"}}},
	{"own organisation", registry.Belongs{Networks: []string{"m"}, Organisations: []string{"o"}}},
	{"another organisation of the network", registry.Belongs{Networks: []string{"m"}, Organisations: []string{"p"}}},
	{"shared with another network", registry.Belongs{Networks: []string{"m", "n"}, Organisations: []string{"q"}}},
	{"another network", registry.Belongs{Networks: []string{"n"}}},
	{"another network's organisation", registry.Belongs{Networks: []string{"n"}, Organisations: []string{"r"}}},
	{"no network's", registry.Belongs{}},
}

var holders = []struct {
	name  string
	roles []registry.GrantedRole
}{
	{"administrator", []registry.GrantedRole{{Role: registry.Administrator}}},
	{"coordinator of all", []registry.GrantedRole{{Role: registry.Coordinator}}},
	{"coordinator of a network", []registry.GrantedRole{{Role: registry.Coordinator, Over: "m"}}},
	{"representative of an organisation", []registry.GrantedRole{{Role: registry.Representative, Over: "o"}}},
	{"reader of a network", []registry.GrantedRole{{Role: registry.Reader, Over: "m"}}},
	{"nobody in particular", nil},
}

// The page that says who may do what is made of the table, and of the rule that commands are judged by.
func TestWhoMayDoWhatPage(t *testing.T) {
	m, err := model.Load(partnernet.Schema)
	if err != nil {
		t.Fatal(err)
	}
	golden.Compare(t, "../docs/who-may-do-what.md", []byte(whoMayDoWhat(m)))
}

// A mutation of which nobody has said who may do it does not start.
func TestEveryMutationHasItsRow(t *testing.T) {
	for added, ok := range map[string]bool{"": true, "\nextend type Mutation { forgotten(\"It.\" input: EndGrantInput!): EndGrantPayload }": false} {
		m, err := model.Load(partnernet.Schema + added)
		if err != nil {
			t.Fatal(err)
		}
		if err := check(m); (err == nil) != ok {
			t.Errorf("with %q: %v", added, err)
		}
	}
}

func whoMayDoWhat(m *model.Model) string {
	var page, rows strings.Builder
	mutations, allowed := m.Type("Mutation").Fields(), 0
	for _, f := range mutations {
		e := table[f.Name]
		fmt.Fprintf(&rows, "| `%s` | %s |", f.Name, doneTo(f.Name, e))
		for _, h := range holders {
			where := reach(e.may, h.roles)
			allowed += len(where)
			fmt.Fprintf(&rows, " %s |", shortly(where))
		}
		rows.WriteString("\n")
	}
	fmt.Fprintf(&page, `# Who may do what

Made of the table of commands and the rule that they are judged by ([why](decisions/permissions.md)). It is %d mutations for %d kinds of people at %d
places: %d decisions, %d of them yes. What somebody may not see does not exist for them, whatever stands here. A field of a record has no decision of its own: who sees the
record sees it, and what leads elsewhere is shown as far as one sees that.

Whose a record is:

| place | what it is |
|---|---|
| own network | the network that the role is over, and what is that network's alone |
| own organisation | the organisation that the role is over, a member of that network, and what is about it |
| another organisation of the network | another member, and what is about it |
| shared with another network | what belongs to both: an organisation that is a member of both, a partnership of the two |
| another network, another network's organisation | what belongs to the other one alone |
| no network's | themes, documents, programmes, and organisations in no network |

| mutation | done to |`, len(mutations), len(holders), len(places), len(mutations)*len(holders)*len(places), allowed)
	for _, h := range holders {
		page.WriteString(" " + h.name + " |")
	}
	page.WriteString("\n|---|---|" + strings.Repeat("---|", len(holders)) + "\n" + rows.String())
	page.WriteString(`
- *For both sides*: of what belongs to several sides, whoever keeps one of them makes a proposal. It is done once the others have confirmed it.
- *Its own party*: a party speaks for itself. A coordinator answers for an organisation of the network only where it has nobody who does, and that is marked.
- *As what is taken back*: who may do something may take it back; what a side or a party has said, only that one.
- What belongs to no network and is for everybody, only a coordinator of all networks keeps from some: ` + "`changeAudience`" + ` is of what is of a network of one's own, or for it. What belongs to another network, too, that one goes on seeing.
- Administrators see and keep accounts, and no records of networks.

## Who gives and takes roles

| role |`)
	for _, h := range holders {
		page.WriteString(" " + h.name + " |")
	}
	page.WriteString("\n|---|" + strings.Repeat("---|", len(holders)) + "\n")
	for _, role := range registry.Roles {
		fmt.Fprintf(&page, "| `%s` |", role)
		for _, h := range holders {
			fmt.Fprintf(&page, " %s |", shortly(reach(registry.GrantedBy(role), h.roles)))
		}
		page.WriteString("\n")
	}
	return page.String()
}

// reach gives the places at which a permission lets somebody do something.
func reach(p registry.Permission, roles []registry.GrantedRole) []string {
	var where []string
	for _, at := range places {
		if p.AllowsAny(roles, at.to) {
			where = append(where, at.name)
		}
	}
	return where
}

// shortly says places in few words.
func shortly(where []string) string {
	all := make([]string, len(places))
	for i, at := range places {
		all[i] = at.name
	}
	ofNetwork := slices.DeleteFunc(slices.Clone(all), func(name string) bool { return strings.HasPrefix(name, "another network") })
	switch {
	case len(where) == 0:
		return "–"
	case slices.Equal(where, all):
		return "all"
	case slices.Equal(where, ofNetwork):
		return "own, shared, no network's"
	}
	return strings.Join(where, ", ")
}

// doneTo says what a command is done to.
func doneTo(name string, e entry) string {
	to := strings.Join(e.on, ", ")
	switch {
	case name == "grant" || name == "endGrant":
		return "a role, as below"
	case name == "updateAccount":
		return "an account, by who may take all of its roles"
	case e.reverts:
		return "as what is taken back"
	case to == "":
		return "nothing in particular"
	case slices.Contains(e.on, "party"):
		return to + ": its own party"
	case e.asks:
		return to + ": for both sides"
	case e.one:
		return "one of " + to
	}
	return to
}
