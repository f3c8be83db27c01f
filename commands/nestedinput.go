package commands

import (
	"context"
	"fmt"
	"maps"
	"reflect"
	"slices"

	"partnernet/fault"
	"partnernet/ledger"
	"partnernet/model"
	"partnernet/stored"
)

// sameBy names the fields by which a record that many others share is known. One that is given as new, and of which the registry or the
// command has one with the same values there, is that one.
var sameBy = map[string][]string{
	"Area":        {"codeSystem", "code", "name"},
	"TargetGroup": {"name", "country"},
	"Strategy":    {"title", "level"},
	"LegalBasis":  {"type", "reference", "section", "title"},
	"BudgetLine":  {"code", "title"},
	"Document":    {"title", "reference"},
}

// keyOf gives the values by which a record is known, nil when it is known by its id alone. A document is known by its reference; a title
// alone is not enough.
func keyOf(r ledger.Record) map[string]any {
	if r.Type == "Document" && r.Values["reference"] == nil {
		return nil
	}
	var key map[string]any
	for _, name := range sameBy[r.Type] {
		if key == nil {
			key = map[string]any{}
		}
		key[name] = r.Values[name]
	}
	return key
}

// enterNested enters the records that stand inside an input object, and those inside them. An object {id} is a record that is there, {new} one
// that may not be there yet, and any other object a record that belongs to the one it stands in. What is new is seen by the same people.
// The path says where in the input the object stands, "" for the input itself.
func (w *work) enterNested(ctx context.Context, owner ledger.Record, path string, input map[string]any) error {
	for _, name := range slices.Sorted(maps.Keys(input)) {
		f := w.model.Type(owner.Type).Field(name)
		if f == nil || f.Kind != model.Relationship || !w.model.Type(f.Target).Record {
			continue
		}
		for i, item := range objects(input[name]) {
			if err := w.enterNestedObject(ctx, owner, f, item, pathOf(path, f, i)); err != nil {
				return err
			}
		}
	}
	return nil
}

func (w *work) enterNestedObject(ctx context.Context, owner ledger.Record, f *model.Field, item map[string]any, path string) error {
	if refers(item) {
		id, err := w.referred(ctx, owner, f.Target, path, item)
		owner.Links[f.Name] = append(owner.Links[f.Name], id)
		return err
	}
	r, err := w.enter(f.Target, path, item)
	if err != nil {
		return err
	}
	r.Audience = owner.Audience
	r.Links[inverse(w.model.Type(f.Target), f)] = []string{owner.ID}
	return w.addDrafted(ctx, r, path, item)
}

// refers says whether an object refers to a record that need not belong to the one it stands in.
func refers(item map[string]any) bool {
	return item["id"] != nil || item["new"] != nil || item["nutsCode"] != nil
}

// referred gives the id of the record that an object refers to: by its id, by its code, or as new.
func (w *work) referred(ctx context.Context, owner ledger.Record, typeName, path string, item map[string]any) (string, error) {
	if id, ok := item["id"].(string); ok {
		w.mustExist(path+".id", id, typeName)
		return id, nil
	}
	if code, ok := item["nutsCode"].(string); ok {
		return w.area(ctx, path+".nutsCode", code)
	}
	given, _ := item["new"].(map[string]any)
	return w.shared(ctx, owner, typeName, path+".new", given)
}

// area gives the id of the area of a code.
func (w *work) area(ctx context.Context, field, code string) (string, error) {
	rows, err := w.readRows(ctx, `
MATCH (a:Area {codeSystem: 'NUTS_2024', code: $code})
WHERE a`+stored.Visible+`
RETURN {id: a.id} AS row
ORDER BY row.id
LIMIT 1`, map[string]any{"code": code, "visible": w.rights.Visible})
	if err != nil {
		return "", err
	}
	if len(rows) > 0 {
		return stored.Text(rows[0]["id"]), nil
	}
	return "", fault.New(fault.NotFound, "the registry has no area of the code %q in NUTS 2024. Give it as new, with its name.", code).In(field)
}

// enter drafts a new record from an object that stands inside the input.
func (w *work) enter(typeName, path string, item map[string]any) (ledger.Record, error) {
	if typeName == "Document" {
		r, err := w.document(item)
		return r, fault.Within(path, err)
	}
	r, err := w.draftNew(typeName, item)
	if err != nil {
		return r, fault.Within(path, err)
	}
	w.references(path, r)
	return r, nil
}

// addDrafted adds a drafted record to the command, with what stands inside its object.
func (w *work) addDrafted(ctx context.Context, r ledger.Record, path string, item map[string]any) error {
	w.records = append(w.records, r)
	w.paths[r.ID] = path
	return w.enterNested(ctx, r, path, item)
}

// shared gives the id of a record that many others share: of the one that is there, or of a new one. A document that is given word for word as the ground of the
// command is that one.
func (w *work) shared(ctx context.Context, owner ledger.Record, typeName, path string, item map[string]any) (string, error) {
	r, err := w.enter(typeName, path, item)
	if err != nil {
		return "", err
	}
	if typeName == "Document" && w.grounds > 0 && reflect.DeepEqual(w.groundDocument().Values, r.Values) {
		return w.groundDocument().ID, nil
	}
	if r.Audience == "" {
		r.Audience = owner.Audience
	}
	if key := keyOf(r); key != nil {
		for _, other := range w.drafted(typeName) {
			if maps.Equal(key, keyOf(other)) {
				return other.ID, nil
			}
		}
		if id, err := w.likewise(ctx, r, key); id != "" || err != nil {
			return id, err
		}
	}
	return r.ID, w.addDrafted(ctx, r, path, item)
}

// likewise finds the record that the registry has of what a drafted one tells, and that the same people or everybody may see.
func (w *work) likewise(ctx context.Context, r ledger.Record, key map[string]any) (string, error) {
	audience, err := w.page.Number(ctx, r.Audience)
	if err != nil {
		return "", err
	}
	rows, err := w.readRows(ctx, `
MATCH (r:$($label))
WHERE r`+stored.Visible+`
  AND r.audience IN [0, $audience]
  AND all(name IN keys($key) WHERE coalesce(r[name], '') = coalesce($key[name], ''))
RETURN {id: r.id} AS row
ORDER BY row.id
LIMIT 1`, map[string]any{"label": w.model.Type(r.Type).Label, "key": key, "visible": w.rights.Visible, "audience": audience})
	if err != nil || len(rows) == 0 {
		return "", err
	}
	id, _ := rows[0]["id"].(string)
	return id, nil
}

// inverse gives the field of a type that leads back along a relationship.
func inverse(t *model.Type, f *model.Field) string {
	for _, back := range t.Fields() {
		if back.RelType == f.RelType && back.Direction != f.Direction {
			return back.Name
		}
	}
	return ""
}

// objects gives the objects that an input field holds, be it a list of them or one.
func objects(value any) []map[string]any {
	items, isList := value.([]any)
	if !isList {
		items = []any{value}
	}
	var all []map[string]any
	for _, item := range items {
		if o, ok := item.(map[string]any); ok {
			all = append(all, o)
		}
	}
	return all
}

func pathOf(path string, f *model.Field, i int) string {
	if f.List {
		return fault.Join(path, fmt.Sprintf("%s[%d]", f.Name, i))
	}
	return fault.Join(path, f.Name)
}

// valuesAfter gives what a record holds once its draft is written: the stored properties, under the drafted values.
func (w *work) valuesAfter(ctx context.Context, r ledger.Record) (map[string]any, error) {
	values := map[string]any{}
	if !r.New {
		current, err := w.storedProperties(ctx, r.ID)
		if err != nil {
			return nil, err
		}
		maps.Copy(values, current)
	}
	maps.Copy(values, r.Values)
	return values, nil
}

// belongs has a drafted record, and a document that the command brings as its ground, seen by the same people as the record it belongs to,
// unless the input says by whom.
func (w *work) belongs(ctx context.Context, r ledger.Record, to string) (ledger.Record, error) {
	if r.Audience != "" {
		return r, nil
	}
	owner, err := w.storedProperties(ctx, to)
	if err != nil {
		return r, err
	}
	if r.Audience, err = w.audienceOf(ctx, owner["audience"]); err == nil {
		w.hide(r.Audience)
	}
	return r, err
}

// draftValue drafts a value of a record: in its draft, if the command has one already.
func (w *work) draftValue(typeName, id, field string, value any) {
	for _, r := range w.records {
		if r.ID == id {
			r.Values[field] = value
			return
		}
	}
	w.records = append(w.records, ledger.Record{Type: typeName, ID: id, Values: map[string]any{field: value}})
}
