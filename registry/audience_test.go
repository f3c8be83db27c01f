package registry_test

import (
	"testing"

	"partnernet/fault"
	"partnernet/registry"
)

func TestAudienceIsTheSameTextForTheSameNetworks(t *testing.T) {
	if a, b := registry.AudienceOf(registry.Members, "m", "n"), registry.AudienceOf(registry.Members, "n", "m", "n"); a != b {
		t.Errorf("%q and %q are of the same networks", a, b)
	}
	for _, class := range []registry.Class{registry.Public, registry.Restricted} {
		if a := registry.AudienceOf(class, "m"); a != registry.Audience(class) {
			t.Errorf("%s is %q of a network", class, a)
		}
	}
}

var meets = []struct{ one, other, both registry.Audience }{
	{"PUBLIC", "PUBLIC", "PUBLIC"},
	{"", "", ""},
	{"", "MEMBERS", "MEMBERS"},
	{"PUBLIC", "MEMBERS:m", "MEMBERS:m"},
	{"MEMBERS", "MEMBERS:m", "MEMBERS:m"},
	{"MEMBERS:m,n", "MEMBERS:n,o", "MEMBERS:n"},
	{"MEMBERS:m,n", "COORDINATORS:n", "COORDINATORS:n"},
	{"MEMBERS:m", "COORDINATORS", "COORDINATORS:m"},
	{"MEMBERS:m", "MEMBERS:n", "RESTRICTED"},
	{"COORDINATORS", "RESTRICTED", "RESTRICTED"},
	{"MEMBERS:m", "RESTRICTED", "RESTRICTED"},
}

func TestMeet(t *testing.T) {
	for _, row := range meets {
		for _, got := range []registry.Audience{row.one.Meet(row.other), row.other.Meet(row.one)} {
			if got != row.both {
				t.Errorf("%q and %q meet in %q, want %q", row.one, row.other, got, row.both)
			}
		}
	}
}

// sights are of every kind of viewer.
var sights = map[string]registry.Sight{
	"anybody":                 {},
	"member of m":             {MemberOf: []string{"m"}},
	"member of m and n":       {MemberOf: []string{"m", "n"}},
	"coordinator of n":        {CoordinatorOf: []string{"n"}},
	"coordinator of m, n":     {CoordinatorOf: []string{"m", "n"}},
	"steward":                 {Steward: true},
	"everywhere members":      {Everywhere: registry.Members},
	"everywhere coordinators": {Everywhere: registry.Coordinators},
	"everywhere restricted":   {Everywhere: registry.Restricted},
}

func TestWhoSeesWhat(t *testing.T) {
	for audience, want := range map[registry.Audience]string{
		"":                 "anybody, member of m, member of m and n, coordinator of n, coordinator of m, n, steward, everywhere members, everywhere coordinators, everywhere restricted",
		"PUBLIC":           "anybody, member of m, member of m and n, coordinator of n, coordinator of m, n, steward, everywhere members, everywhere coordinators, everywhere restricted",
		"MEMBERS":          "member of m, member of m and n, coordinator of n, coordinator of m, n, everywhere members, everywhere coordinators, everywhere restricted",
		"MEMBERS:m":        "member of m, member of m and n, coordinator of m, n, everywhere members, everywhere coordinators, everywhere restricted",
		"MEMBERS:n,o":      "member of m and n, coordinator of n, coordinator of m, n, everywhere members, everywhere coordinators, everywhere restricted",
		"MEMBERS:":         "everywhere members, everywhere coordinators, everywhere restricted",
		"COORDINATORS":     "coordinator of n, coordinator of m, n, steward, everywhere coordinators, everywhere restricted",
		"COORDINATORS:m":   "coordinator of m, n, everywhere coordinators, everywhere restricted",
		"COORDINATORS:m,n": "coordinator of n, coordinator of m, n, everywhere coordinators, everywhere restricted",
		"RESTRICTED":       "everywhere restricted",
	} {
		got := ""
		for _, name := range []string{"anybody", "member of m", "member of m and n", "coordinator of n", "coordinator of m, n", "steward", "everywhere members", "everywhere coordinators", "everywhere restricted"} {
			if sights[name].Sees(audience) {
				if got != "" {
					got += ", "
				}
				got += name
			}
		}
		if got != want {
			t.Errorf("%q is seen by\n%s\nwant\n%s", audience, got, want)
		}
	}
}

// Nobody sees what two became who does not see both of them.
func TestWhoSeesTheMeetSeesBoth(t *testing.T) {
	for name, sight := range sights {
		for _, row := range meets {
			if sight.Sees(row.both) && !(sight.Sees(row.one) && sight.Sees(row.other)) {
				t.Errorf("%s sees %q, but not both %q and %q", name, row.both, row.one, row.other)
			}
		}
	}
}

func TestWithin(t *testing.T) {
	for _, row := range meets {
		if !row.both.Within(row.one) || !row.both.Within(row.other) {
			t.Errorf("%q is not within %q and %q", row.both, row.one, row.other)
		}
	}
	if registry.Audience("MEMBERS").Within("MEMBERS:m") {
		t.Error("all members are within those of one network")
	}
}

func TestCheckClassified(t *testing.T) {
	ofM := registry.Sight{CoordinatorOf: []string{"m"}}
	forM, forBoth := registry.AudienceOf(registry.Members, "m"), registry.AudienceOf(registry.Members, "m", "n")
	for _, row := range []struct {
		why        string
		s          registry.Sight
		held, next registry.Audience
		of         []string // the networks that the record belongs to
		want       bool
	}{
		{"what belongs to one's network", ofM, registry.ForEveryone, forM, []string{"m"}, true},
		{"what is for one's network", ofM, forBoth, forM, nil, true},
		{"what is another's", ofM, registry.AudienceOf(registry.Members, "n"), forBoth, []string{"n"}, false},
		{"what serves all", ofM, registry.ForEveryone, forM, nil, false},
		{"what is for members of all", ofM, registry.ForMembers, forM, nil, false},
		{"for who coordinates all", registry.Sight{Everywhere: registry.Coordinators}, registry.ForEveryone, forM, []string{"n"}, true},
		{"for who reads all", registry.Sight{Everywhere: registry.Members}, registry.ForEveryone, forM, nil, false},
		{"an organisation of one's network", registry.Sight{MemberOf: []string{"m"}}, registry.ForEveryone, forM, []string{"m"}, true},
		{"what the other network would not see any more", ofM, registry.ForEveryone, forM, []string{"m", "n"}, false},
		{"what its coordinators alone would", ofM, forBoth, registry.AudienceOf(registry.Coordinators, "m", "n"), []string{"m", "n"}, false},
		{"what it goes on seeing", ofM, registry.ForEveryone, forBoth, []string{"m", "n"}, true},
		{"what it has never seen", ofM, forM, registry.AudienceOf(registry.Coordinators, "m"), []string{"m", "n"}, true},
	} {
		err := registry.CheckClassified(row.s, row.held, row.next, registry.Belongs{Networks: row.of})
		if (err == nil) != row.want || err != nil && fault.CodeOf(err) != fault.Forbidden {
			t.Errorf("%s: %v", row.why, err)
		}
	}
}
