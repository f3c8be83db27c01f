package commands

import (
	"context"
	"slices"
	"strings"

	"partnernet/fault"
	"partnernet/ledger"
	"partnernet/registry"
	"partnernet/stored"
)

// belonging says to whom a record belongs, with what those are called whom the actor may see.
type belonging struct {
	registry.Belongs
	granted  bool              // it says who may see and do what
	personal bool              // it tells of a person
	called   map[string]string // by id
}

// PermissionOf gives who may do a command, and whether there is one of the name.
func PermissionOf(command string) (registry.Permission, bool) {
	e, there := table[command]
	return e.may, there
}

// NeedsRecent says whether a command needs a sign-in of the last ten minutes.
func NeedsRecent(command string) bool { return table[command].recent }

// BelongsOf reads to whom a record belongs from the row of the statement that tells it.
func BelongsOf(row map[string]any) registry.Belongs { return belongingOf(row).Belongs }

func belongingOf(row map[string]any) belonging {
	b := belonging{called: map[string]string{}}
	b.granted, _ = row["granted"].(bool)
	b.personal, _ = row["personal"].(bool)
	take := func(list any) (ids []string) {
		items, _ := list.([]any)
		for _, item := range items {
			pair, _ := item.([]any)
			ids = append(ids, stored.Text(pair[0]))
			if name := stored.Text(pair[1]); name != "" {
				b.called[stored.Text(pair[0])] = name
			}
		}
		return ids
	}
	b.Organisations, b.Networks = take(row["organisations"]), take(row["networks"])
	return b
}

// deed is what a command is done to, and who may do it.
type deed struct {
	may       registry.Permission
	ids       []string
	one, asks bool // as in the table
}

// checkPermission asks whether the actor may do the command, before anything is answered, a replay included. What does not exist for the actor is not judged: the command
// says so. Where a part of it is for others to confirm, it notes that.
func (w *work) checkPermission(ctx context.Context) error {
	d, err := w.deed(ctx)
	if err != nil {
		return err
	}
	return w.permittedTo(ctx, d)
}

// permittedTo asks whether the actor may do a command to records.
func (w *work) permittedTo(ctx context.Context, d deed) error {
	to, err := w.readBelonging(ctx, d.ids)
	if err != nil {
		return err
	}
	roles := w.rights.GrantedRoles()
	if len(to) == 0 && !slices.ContainsFunc(roles, func(h registry.GrantedRole) bool { return slices.Contains(d.may, h.Role) }) {
		return fault.New(fault.Forbidden, "You may not do this. It is for %s.", whoMay(d.may, belonging{}))
	}
	refused := 0
	var of belonging
	for _, id := range d.ids {
		b, there := to[id]
		if there && b.granted {
			return fault.New(fault.Forbidden, "Who may do what is changed by grant, endGrant and updateAccount alone.")
		}
		if err := personal(b, w.request.Name); err != nil {
			return err
		}
		if there && !d.may.AllowsAny(roles, b.Belongs) {
			of, refused = b, refused+1
		}
	}
	if refused > 0 && refused == len(to) || refused > 0 && !d.one && !d.asks {
		return fault.New(fault.Forbidden, "You may not do this to what is not yours. It is for %s.", whoMay(d.may, of))
	}
	if s := concerning(roles, d.ids, to); d.asks && s.forOthers() {
		w.sides = &s
	}
	return nil
}

// deed gives what the command is done to, each once.
func (w *work) deed(ctx context.Context) (deed, error) {
	if table[w.request.Name].reverts {
		return w.reverting(ctx)
	}
	return w.deedOfInput(), nil
}

// deedOfInput gives what the input names that the command is done to.
func (w *work) deedOfInput() deed {
	e := table[w.request.Name]
	d := deed{may: e.may, one: e.one, asks: e.asks}
	for _, path := range e.on {
		d.name(idsAt(w.request.Input, path)...)
	}
	return d
}

// idsAt gives the ids that an input names in a field, or each input in it after a dot.
func idsAt(input map[string]any, path string) (ids []string) {
	field, rest, nested := strings.Cut(path, ".")
	switch value := input[field].(type) {
	case string:
		return []string{value}
	case []any:
		if !nested {
			return stored.Texts(value)
		}
		for _, item := range objects(value) {
			ids = append(ids, idsAt(item, rest)...)
		}
	}
	return ids
}

// name adds what the deed is done to.
func (d *deed) name(ids ...string) {
	for _, id := range ids {
		if id != "" && !slices.Contains(d.ids, id) {
			d.ids = append(d.ids, id)
		}
	}
}

// readBelonging tells to whom records belong, those of them that exist for the actor.
func (w *work) readBelonging(ctx context.Context, ids []string) (map[string]belonging, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	answers, err := w.belongings(ctx, ids)
	to := map[string]belonging{}
	for _, item := range answers {
		row, _ := item.(map[string]any)
		to[stored.Text(row["id"])] = belongingOf(row)
	}
	if w.owners == nil {
		w.owners = to
	}
	return to, err
}

// belongings reads to whom records belong.
func (w *work) belongings(ctx context.Context, ids []string) (answers []any, err error) {
	text, params, err := w.request.Belongs(w.rights, ids)
	if err != nil {
		return nil, err
	}
	return w.ask(ctx, ledger.Question{Text: text, Params: params})
}

// whoMay says who may do something to what belongs there, as far as the actor may see that.
func whoMay(p registry.Permission, to belonging) error {
	var who []error
	for _, role := range p {
		switch role {
		case registry.Administrator:
			who = append(who, fault.New(fault.Forbidden, "an administrator"))
		case registry.Coordinator:
			who = append(who, coordinatorOf(nameOf(to.Networks, to.called)))
		case registry.Representative:
			who = append(who, speakerFor(nameOf(to.Organisations, to.called)))
		}
	}
	all := who[0]
	for _, next := range who[1:] {
		all = fault.New(fault.Forbidden, "%s or %s", all, next)
	}
	return all
}

func coordinatorOf(network string) error {
	if network == "" {
		return fault.New(fault.Forbidden, "a coordinator of its network")
	}
	return fault.New(fault.Forbidden, "a coordinator of %s", network)
}

func speakerFor(organisation string) error {
	if organisation == "" {
		return fault.New(fault.Forbidden, "somebody who speaks for the organisation")
	}
	return fault.New(fault.Forbidden, "somebody who speaks for %s", organisation)
}

// nameOf gives what the first of some is called that the actor may see, "" for none.
func nameOf(ids []string, called map[string]string) string {
	for _, id := range ids {
		if name := called[id]; name != "" {
			return name
		}
	}
	return ""
}
