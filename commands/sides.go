package commands

import (
	"slices"

	"partnernet/registry"
	"partnernet/stored"
)

// sides are the networks that a command concerns, where some of them are not the actor's.
type sides struct {
	about, networks, own []string // ids of what the command is done to, of all of these networks, and of those that the actor coordinates
}

// concerning gives the networks that what is done to some records concerns. That what somebody keeps is another network's, too, of which they may not know, shows in nothing.
func concerning(roles []registry.GrantedRole, about []string, to map[string]belonging) sides {
	s := sides{}
	for _, id := range about {
		b, there := to[id]
		if !there {
			continue
		}
		s.about = append(s.about, id)
		own := kept.AllowsAny(roles, b.Belongs)
		for _, network := range b.Networks {
			if slices.Contains(s.networks, network) || own && b.called[network] == "" {
				continue
			}
			s.networks = append(s.networks, network)
			if coordinates(roles, network) {
				s.own = append(s.own, network)
			}
		}
	}
	return s
}

// forOthers says whether others are to confirm it, too.
func (s sides) forOthers() bool { return len(s.own) < len(s.networks) }

// coordinates says whether somebody coordinates a network.
func coordinates(roles []registry.GrantedRole, network string) bool {
	return kept.AllowsAny(roles, registry.Belongs{Networks: []string{network}})
}

// BecomesProposal says whether a command becomes a proposal when somebody does it to records, given as the rows that tell to whom they belong: some of them are theirs, and they do
// not coordinate all networks that it concerns.
func BecomesProposal(command string, roles []registry.GrantedRole, rows []map[string]any) bool {
	e := table[command]
	var about []string
	own, to := false, map[string]belonging{}
	for _, row := range rows {
		id, b := stored.Text(row["id"]), belongingOf(row)
		about, to[id] = append(about, id), b
		own = own || e.may.AllowsAny(roles, b.Belongs)
	}
	return e.asks && own && concerning(roles, about, to).forOthers()
}
