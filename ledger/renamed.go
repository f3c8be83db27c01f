package ledger

import (
	"cmp"
	"slices"
)

// Renamed gives the telling with other ids for some of its records.
func (t Telling) Renamed(ids map[string]string) Telling {
	t.Source, t.Records = renamed(t.Source, ids), slices.Clone(t.Records)
	for i, record := range t.Records {
		t.Records[i] = record.renamed(ids)
	}
	places := map[string]string{}
	for id, place := range t.Places {
		places[renamed(id, ids)] = place
	}
	t.Places = places
	return t
}

func renamed(id string, ids map[string]string) string { return cmp.Or(ids[id], id) }

func (r Record) renamed(ids map[string]string) Record {
	r.ID, r.Links = renamed(r.ID, ids), renamedLinks(r.Links, ids)
	parts := map[string][]Part{}
	for name, all := range r.Parts {
		for _, p := range all {
			p.Links = renamedLinks(p.Links, ids)
			parts[name] = append(parts[name], p)
		}
	}
	r.Parts = parts
	return r
}

func renamedLinks(links map[string][]string, ids map[string]string) map[string][]string {
	all := map[string][]string{}
	for name, targets := range links {
		for _, target := range targets {
			all[name] = append(all[name], renamed(target, ids))
		}
	}
	return all
}
