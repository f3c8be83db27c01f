package commands

import (
	"context"

	"partnernet/fault"
	"partnernet/ledger"
	"partnernet/registry"
	"partnernet/stored"
)

// audience takes for whom a new record is. Nobody enters what they may not see themselves.
func (w *work) audience(r *ledger.Record, input map[string]any) (err error) {
	r.Audience, err = w.audienceOfInput(input)
	return err
}

// audienceOfInput gives for whom an input says that something new is, "" when it does not say.
func (w *work) audienceOfInput(input map[string]any) (registry.Audience, error) {
	class, classed := input["sensitivity"].(string)
	given, named := input["audience"].(map[string]any)
	if classed && named {
		return "", fault.New(fault.BadInput, "sensitivity says for whom it is already. Give one of the two.").In("audience")
	}
	audience := w.audienceOfOwnNetworks(registry.Class(class))
	field := "sensitivity"
	if named {
		var err error
		if audience, err = w.audienceByName(given); err != nil {
			return "", err
		}
		class, field = string(audience.Class()), "audience"
	}
	if !w.rights.Sees(audience) {
		return "", fault.New(fault.Forbidden, "you may not see what is %s, so you cannot enter it.", registry.Class(class)).In(field)
	}
	return audience, nil
}

// audienceOfOwnNetworks gives the audience of a class that is named alone: of the networks that the actor coordinates, or else is of; of all, for one who keeps all.
func (w *work) audienceOfOwnNetworks(class registry.Class) registry.Audience {
	sight := w.rights.Sight
	switch {
	case class == "" || registry.Sight{Everywhere: sight.Everywhere}.Sees(registry.ForOrganisers):
		return registry.Audience(class)
	case len(sight.CoordinatorOf) > 0:
		return registry.AudienceOf(class, sight.CoordinatorOf...)
	}
	return registry.AudienceOf(class, sight.MemberOf...)
}

// audienceByName gives the audience that an input names by its class and networks.
func (w *work) audienceByName(given map[string]any) (registry.Audience, error) {
	class := registry.Class(stored.Text(given["class"]))
	names := stored.Texts(given["networks"])
	if len(names) == 0 {
		return w.audienceOfOwnNetworks(class), nil
	}
	var networks []string
	for _, name := range names {
		switch ids := w.named[name]; len(ids) {
		case 1:
			networks = append(networks, ids[0])
		case 0:
			return "", fault.New(fault.NotFound, "there is no network %q. Give the acronym of a network, or its id.", name).In("audience.networks")
		default:
			return "", fault.New(fault.Conflict, "more than one network goes by %q. Give the id of the one you mean.", name).In("audience.networks")
		}
	}
	return registry.AudienceOf(class, networks...), nil
}

// networks finds the networks that the input names for audiences, among those that the actor may see.
func (w *work) networks(ctx context.Context) error {
	names := networkNames(w.request.Input)
	if len(names) == 0 {
		return nil
	}
	rows, err := w.page.Run(ctx, `
MATCH (n:Network)
WHERE n`+stored.Visible+`
  AND (n.id IN $names OR n.acronym IN $names)
RETURN n.id AS id, n.acronym AS acronym, n.lifecycle AS lifecycle`, map[string]any{"names": names, "visible": w.rights.Visible})
	w.named = map[string][]string{}
	for _, name := range names {
		w.named[name] = registry.NetworksNamed(name, rows)
	}
	return err
}

// networkNames gives the names of networks in the audiences that an input has, at any depth.
func networkNames(value any) []string {
	var names []string
	switch v := value.(type) {
	case map[string]any:
		for name, item := range v {
			if audience, is := item.(map[string]any); is && name == "audience" {
				names = append(names, stored.Texts(audience["networks"])...)
			}
			names = append(names, networkNames(item)...)
		}
	case []any:
		for _, item := range v {
			names = append(names, networkNames(item)...)
		}
	}
	return names
}

// audienceOf gives the audience of those who are of all these audiences, by their stored numbers.
func (w *work) audienceOf(ctx context.Context, numbers ...any) (registry.Audience, error) {
	var all registry.Audience
	for _, n := range numbers {
		number, _ := n.(int64)
		audience, err := w.page.Audience(ctx, number)
		if err != nil {
			return "", err
		}
		all = all.Meet(audience)
	}
	return all, nil
}

// hide has the ground be seen by no more than may see what it is the ground of, where the input does not say otherwise.
func (w *work) hide(audience registry.Audience) {
	for i := range w.records {
		if w.records[i].Audience == "" {
			w.records[i].Audience = audience
		}
	}
}

// hideAs does so for what is for all of these audiences.
func (w *work) hideAs(ctx context.Context, numbers ...any) error {
	audience, err := w.audienceOf(ctx, numbers...)
	if err == nil {
		w.hide(audience)
	}
	return err
}
