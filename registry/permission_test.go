package registry_test

import (
	"testing"

	"partnernet/fault"
	"partnernet/registry"
)

func TestPermission(t *testing.T) {
	record := registry.Belongs{Networks: []string{"m", "n"}, Organisations: []string{"o"}}
	everybody := registry.Permission{registry.Coordinator, registry.Representative}
	for _, row := range []struct {
		why  string
		p    registry.Permission
		held registry.GrantedRole
		to   registry.Belongs
		want bool
	}{
		{"a coordinator of a network that it belongs to", everybody, registry.GrantedRole{Role: registry.Coordinator, Over: "m"}, record, true},
		{"a coordinator of another network", everybody, registry.GrantedRole{Role: registry.Coordinator, Over: "x"}, record, false},
		{"a coordinator of all", everybody, registry.GrantedRole{Role: registry.Coordinator}, record, true},
		{"any coordinator, of what belongs to no network", everybody, registry.GrantedRole{Role: registry.Coordinator, Over: "x"}, registry.Belongs{Organisations: []string{"o"}}, true},
		{"a representative of its organisation", everybody, registry.GrantedRole{Role: registry.Representative, Over: "o"}, record, true},
		{"a representative of another", everybody, registry.GrantedRole{Role: registry.Representative, Over: "p"}, record, false},
		{"a representative, of what is nobody's", everybody, registry.GrantedRole{Role: registry.Representative, Over: "o"}, registry.Belongs{}, false},
		{"a representative where coordinators may", registry.Permission{registry.Coordinator}, registry.GrantedRole{Role: registry.Representative, Over: "o"}, record, false},
		{"a reader", everybody, registry.GrantedRole{Role: registry.Reader, Over: "m"}, record, false},
		{"an administrator keeps no records", everybody, registry.GrantedRole{Role: registry.Administrator}, record, false},
		{"an administrator where administrators may", registry.Permission{registry.Administrator}, registry.GrantedRole{Role: registry.Administrator}, record, true},
	} {
		if got := row.p.Allows(row.held, row.to); got != row.want {
			t.Errorf("%s: %v", row.why, got)
		}
	}
}

func TestVoiceOf(t *testing.T) {
	speaker, coordinator := registry.GrantedRole{Role: registry.Representative, Over: "o"}, registry.GrantedRole{Role: registry.Coordinator, Over: "m"}
	for _, row := range []struct {
		why                    string
		held                   registry.GrantedRole
		party                  string
		isNetwork, represented bool
		want                   registry.Voice
	}{
		{"a representative speaks for the organisation", speaker, "o", false, true, registry.OwnVoice},
		{"and for no other", speaker, "p", false, false, registry.NoVoice},
		{"a coordinator speaks for the network", coordinator, "m", true, false, registry.OwnVoice},
		{"and for no other network", coordinator, "n", true, false, registry.NoVoice},
		{"and for a member without a representative, on its behalf", coordinator, "o", false, false, registry.OnBehalf},
		{"and not for one that has a representative", coordinator, "o", false, true, registry.NoVoice},
		{"a reader for nobody", registry.GrantedRole{Role: registry.Reader, Over: "m"}, "m", true, false, registry.NoVoice},
		{"an administrator for nobody", registry.GrantedRole{Role: registry.Administrator}, "o", false, false, registry.NoVoice},
	} {
		networks := []string{"m"} // of which o and p are members
		if row.isNetwork {
			networks = []string{row.party}
		}
		if got := registry.VoiceOf([]registry.GrantedRole{row.held}, row.party, row.isNetwork, networks, row.represented); got != row.want {
			t.Errorf("%s: %v, want %v", row.why, got, row.want)
		}
	}
}

func TestOneAccountConfirmsOneSide(t *testing.T) {
	if err := registry.CheckOneVoice("a", []string{"b", ""}); err != nil {
		t.Error(err)
	}
	if err := registry.CheckOneVoice("", []string{""}); err != nil {
		t.Errorf("of whom nothing is known: %v", err)
	}
	if err := registry.CheckOneVoice("a", []string{"b", "a"}); fault.CodeOf(err) != fault.Forbidden {
		t.Error(err)
	}
}

func TestMayGrant(t *testing.T) {
	to := registry.Belongs{Networks: []string{"m"}, Organisations: []string{"o"}}
	for held, want := range map[registry.GrantedRole][]registry.Role{
		{Role: registry.Administrator}:             {registry.Administrator, registry.Coordinator, registry.Representative, registry.Reader},
		{Role: registry.Coordinator, Over: "m"}:    {registry.Representative, registry.Reader},
		{Role: registry.Coordinator, Over: "n"}:    nil,
		{Role: registry.Representative, Over: "o"}: {registry.Representative},
		{Role: registry.Representative, Over: "p"}: nil,
		{Role: registry.Reader, Over: "m"}:         nil,
	} {
		var got []registry.Role
		for _, role := range registry.Roles {
			if registry.MayGrant(held, role, to) {
				got = append(got, role)
			}
		}
		if len(got) != len(want) {
			t.Errorf("%v grants %v, want %v", held, got, want)
		}
	}
}

func TestWhatRolesAreOver(t *testing.T) {
	for _, row := range []struct {
		role      registry.Role
		over      string
		isNetwork bool
		ok        bool
	}{
		{registry.Administrator, "", false, true}, {registry.Administrator, "m", true, false},
		{registry.Coordinator, "", false, true}, {registry.Coordinator, "m", true, true}, {registry.Coordinator, "o", false, false},
		{registry.Representative, "o", false, true}, {registry.Representative, "m", true, false}, {registry.Representative, "", false, false},
		{registry.Reader, "m", true, true}, {registry.Reader, "o", false, false}, {registry.Reader, "", false, false},
	} {
		if err := registry.CheckGrantOver(row.role, row.over, row.isNetwork); (err == nil) != row.ok {
			t.Errorf("%+v: %v", row, err)
		}
	}
}
