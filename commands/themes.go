package commands

import (
	"context"

	"partnernet/fault"
	"partnernet/ledger"
	"partnernet/registry"
	"partnernet/stored"
)

func registerTheme(ctx context.Context, w *work) error {
	r, err := w.create("Theme", "theme")
	if err != nil {
		return err
	}
	code := stored.Text(r.Values["code"])
	if err := registry.CheckThemeCode(code); err != nil {
		return fault.Within("code", err)
	}
	rows, err := w.readRows(ctx, `
MATCH (t:Theme {code: $code})
WHERE t`+stored.Visible+`
RETURN {id: t.id} AS row`, map[string]any{"code": code, "visible": w.rights.Visible})
	if err != nil {
		return err
	}
	if len(rows) > 0 {
		return fault.New(fault.Conflict, "the code %s is taken. Use that theme, or choose another code.", code).In("code").Breaking(registry.RuleUnique)
	}
	return w.placed(ctx, r)
}

func updateTheme(ctx context.Context, w *work) error {
	r, err := w.amend(ctx, "Theme", "theme")
	if err != nil {
		return err
	}
	return w.placed(ctx, r)
}

// placed asks that a theme has a name, and finds the one that the input names as above it.
func (w *work) placed(ctx context.Context, r ledger.Record) error {
	values, err := w.valuesAfter(ctx, r)
	if err != nil {
		return err
	}
	if err := registry.CheckThemeLabels(stored.Text(values["labelSv"]), stored.Text(values["labelNb"]), stored.Text(values["labelEn"])); err != nil {
		return fault.Within("labelSv", err)
	}
	return w.theme(ctx, r, "broader")
}

func registerTargetGroup(ctx context.Context, w *work) error {
	r, err := w.create("TargetGroup", "targetGroup")
	if err != nil {
		return err
	}
	known, err := w.likewise(ctx, ledger.Record{Type: r.Type, Audience: registry.ForEveryone}, keyOf(r))
	if err != nil {
		return err
	}
	if known != "" {
		return fault.New(fault.Conflict, "the registry has this target group, with the id %q. Use that one.", known).In("name").Breaking(registry.RuleUnique)
	}
	return w.enterNested(ctx, r, "", w.request.Input)
}
