package model

import (
	"fmt"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// checkType asks that what a type is ordered, searched, sorted and limited by is stored.
func (m *Model) checkType(t *Type) error {
	named := append(append([]string{}, t.OrderedBy...), t.SearchedBy...)
	for _, name := range []string{t.SortedBy, t.ComparedBy} {
		if name != "" {
			named = append(named, name)
		}
	}
	if t.Validity != nil {
		named = append(named, t.Validity.From, t.Validity.To)
	}
	for _, name := range named {
		if err := t.holds(name); err != nil {
			return err
		}
	}
	return nil
}

// holds asks that the database can compare a field of this type.
func (t *Type) holds(name string) error {
	f := t.fields[name]
	if f == nil || f.Kind != Property && (f.Kind != Expression || f.Cypher == "") {
		return fmt.Errorf("%s has no field %q that the database can compare", t.Name, name)
	}
	return nil
}

// checkList asks that whatever a request can ask of a field's records means something: conditions, orders, counts.
func (m *Model) checkList(f *Field) error {
	target := m.types[f.Target]
	if target == nil || f.Kind == Expression {
		return nil
	}
	if f.Connection && target.Validity != nil && f.Def.Arguments.ForName("standing") == nil {
		return fmt.Errorf("%s has @validity, and those that are not in force cannot be asked for: the argument standing is missing", target.Name)
	}
	for _, a := range f.Def.Arguments {
		err := error(nil)
		switch {
		case a.Name == "filter":
			err = m.checkConditions(target, m.Schema.Types[a.Type.Name()], map[string]bool{})
		case a.Name == "orderBy":
			err = m.checkOrders(target, m.Schema.Types[a.Type.Name()])
		case a.Directives.ForName("filter") != nil:
			err = m.checkCondition(target, a.Name, a.Type, a.Directives, map[string]bool{})
		}
		if err != nil {
			return fmt.Errorf("%s: %w", a.Name, err)
		}
	}
	return m.checkFacets(target, f)
}

// checkConditions follows conditions on related records, which may lead round in a circle.
func (m *Model) checkConditions(t *Type, input *ast.Definition, seen map[string]bool) error {
	if key := t.Name + "." + input.Name; !seen[key] {
		seen[key] = true
		for _, f := range input.Fields {
			if f.Name == "and" || f.Name == "or" || f.Name == "not" {
				continue
			}
			if err := m.checkCondition(t, f.Name, f.Type, f.Directives, seen); err != nil {
				return err
			}
		}
	}
	return nil
}

func (m *Model) checkCondition(t *Type, name string, given *ast.Type, directives ast.DirectiveList, seen map[string]bool) error {
	by := "EQUAL"
	if d := directives.ForName("filter"); d != nil {
		by = argument(d, "by")
		if of := argument(d, "field"); of != "" {
			name = of
		}
	}
	f := t.fields[name]
	switch {
	case by == "TEXT" && len(t.SearchedBy) == 0:
		return fmt.Errorf("%s is searched by nothing", t.Name)
	case by == "TEXT":
		return nil
	case by == "WITHIN" && (f == nil || f.Kind != Relationship || m.types[f.Target].Broader == ""):
		return fmt.Errorf("%s has no related records %q of a type that names a field broader", t.Name, name)
	case by == "SOME" && (f == nil || f.Kind != Relationship):
		return fmt.Errorf("%s has no related records %q", t.Name, name)
	case by == "SOME", by == "WITHIN":
		return m.checkConditions(m.filtered(f, given.Name()), m.Schema.Types[given.Name()], seen)
	case f != nil && f.Kind == Relationship:
		return nil
	}
	return t.holds(name)
}

// filtered gives the type that a filter is about: the one it is called after, where the field may lead to several.
func (m *Model) filtered(f *Field, filter string) *Type {
	if t := m.types[strings.TrimSuffix(filter, "Filter")]; t != nil {
		return t
	}
	return m.types[f.Target]
}

func (m *Model) checkOrders(t *Type, input *ast.Definition) error {
	for _, value := range m.Schema.Types[input.Fields.ForName("field").Type.Name()].EnumValues {
		d := value.Directives.ForName("order")
		if d == nil {
			return fmt.Errorf("%s has no @order", value.Name)
		}
		if err := m.orders(t, argument(d, "field")); err != nil {
			return err
		}
	}
	return nil
}

// orders asks that a field can be ordered by: the database can compare it, or it leads to one record that has a name to be sorted by.
func (m *Model) orders(t *Type, name string) error {
	f := t.fields[name]
	if f == nil || f.Kind != Relationship {
		return t.holds(name)
	}
	if f.List || f.Connection {
		return fmt.Errorf("%s.%s leads to many records, by which none can be ordered", t.Name, name)
	}
	for _, possible := range m.types[f.Target].Possible {
		if m.types[possible].SortedBy == "" {
			return fmt.Errorf("%s.%s leads to %s, which has no name to be sorted by", t.Name, name, possible)
		}
	}
	return nil
}

func (m *Model) checkFacets(t *Type, f *Field) error {
	counted := m.Schema.Types[f.Def.Type.Name()].Fields.ForName("facets")
	if !f.Connection || counted == nil {
		return nil
	}
	for _, facet := range m.types[counted.Type.Name()].Fields() {
		name, beyond, related := strings.Cut(facet.Of, ".")
		of := t
		if related {
			if through := t.fields[name]; through == nil || through.Kind != Relationship {
				return fmt.Errorf("%s.%s: %s has no related record %q", counted.Type.Name(), facet.Name, t.Name, name)
			}
			of, name = m.types[t.fields[name].Target], beyond
		}
		if err := of.holds(name); err != nil {
			return fmt.Errorf("%s.%s: %w", counted.Type.Name(), facet.Name, err)
		}
	}
	return nil
}
