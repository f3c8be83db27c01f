package commands

import (
	"context"
	"slices"

	"partnernet/fault"
	"partnernet/ledger"
	"partnernet/registry"
	"partnernet/stored"
)

// reverting gives what taking something back is done to, and who may: those who may do what is taken back. What a party or a side has said, it takes back itself.
func (w *work) reverting(ctx context.Context) (deed, error) {
	all, err := w.undone(ctx)
	if err != nil {
		return deed{}, err
	}
	d := deed{may: spoken}
	var subjects []string
	for _, u := range all {
		if u.Ground {
			continue
		}
		e, command := table[u.Action]
		if !command || !slices.Contains(e.may, registry.Representative) && u.Action != "confirmProposal" {
			d.may = kept // a list that was imported, for instance
		}
		d.asks = d.asks || e.asks || u.Action == "confirmProposal"
		for _, party := range u.Parties {
			if err := w.unsays(ctx, party); err != nil {
				return d, err
			}
		}
		d.name(u.Sides...)
		if len(u.Sides)+len(u.Parties) == 0 {
			subjects = append(subjects, u.Subject)
		}
	}
	if !d.asks {
		d.name(subjects...)
		return d, nil
	}
	sides, err := w.sidesOf(ctx, subjects)
	d.name(sides...)
	return d, err
}

// undone reads what would be taken back, nothing where the actor may not see any of it: then the command says so.
func (w *work) undone(ctx context.Context) (all []ledger.Undone, err error) {
	if id := w.input("id"); id != "" {
		all, err = w.page.Undoes(ctx, id)
	} else {
		all, err = w.page.UndoesCommand(ctx, w.input("command"))
	}
	if err != nil {
		return nil, err
	}
	sought := make([]Sought, len(all))
	for i, u := range all {
		sought[i] = Sought{u.Change, []string{"Change"}}
	}
	if there, err := w.exists(ctx, sought...); err != nil || !there {
		return nil, err
	}
	return all, nil
}

// unsays asks that the actor may take back what a party has said.
func (w *work) unsays(ctx context.Context, party string) error {
	if w.rights.Account == "" {
		return nil
	}
	voice, who, err := w.speaks(ctx, party)
	if err == nil && voice == registry.NoVoice {
		return fault.New(fault.Forbidden, "What a party has said, it takes back itself. It is for %s.", who).Breaking(registry.RuleSpeaks)
	}
	return err
}

// sidesOf gives the organisations and networks that records are, or are about: each of them has a side of its own.
func (w *work) sidesOf(ctx context.Context, records []string) ([]string, error) {
	rows, err := w.page.Run(ctx, `
UNWIND $ids AS id
MATCH (record:Record {id: id})
UNWIND CASE
  WHEN record:Organisation OR record:Network THEN [record]
  WHEN record:Membership THEN [(record)-[:IN_NETWORK]->(near) | near]
  ELSE [(record)--(near:Organisation|Network) | near]
END AS near
RETURN DISTINCT near.id AS id`, map[string]any{"ids": records})
	ids := make([]string, len(rows))
	for i, row := range rows {
		ids[i] = stored.Text(row["id"])
	}
	return ids, err
}
