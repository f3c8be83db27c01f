package model

import (
	"errors"
	"fmt"
)

// check finds what would make a read go wrong later, so that a mistake in the schema stops the start and not a request.
func (m *Model) check() error {
	var faults []error
	for _, t := range m.Types() {
		if err := m.checkType(t); err != nil {
			faults = append(faults, fmt.Errorf("schema: %s: %w", t.Name, err))
		}
		for _, f := range t.Fields() {
			if err := errors.Join(m.checkField(t, f), m.checkList(f)); err != nil {
				faults = append(faults, fmt.Errorf("schema: %s.%s: %w", t.Name, f.Name, err))
			}
		}
	}
	return errors.Join(faults...)
}

func (m *Model) checkField(t *Type, f *Field) error {
	if f.OnDay != "" && f.Kind != Property {
		return errors.New("@onDay reads a stored value, and this field is none")
	}
	switch f.Kind {
	case Relationship:
		return m.checkRelationship(f)
	case Embedded:
		if m.types[f.Target] == nil {
			return errors.New("@embedded needs an object type")
		}
	case Expression:
		if (f.Cypher == "") == (f.Statement == "") {
			return errors.New("@cypher needs an expression or a statement, not both")
		}
	case Count:
		if of := t.fields[f.Of]; of == nil || of.Kind != Relationship {
			return fmt.Errorf("@count names %q, which is no relationship of this type", f.Of)
		}
	case Gathered:
		if m.types[f.Target] == nil {
			return errors.New("@gathered needs a type of records")
		}
	case Property, Computed, Facet, Result, Composed:
	}
	return nil
}

// checkRelationship asks that the other end is stored: every type that may stand there has a label.
func (m *Model) checkRelationship(f *Field) error {
	target := m.types[f.Target]
	if target == nil {
		return errors.New("@relationship needs an object, interface or union")
	}
	for _, name := range target.Possible {
		if m.types[name].Label == "" {
			return fmt.Errorf("@relationship leads to %s, which is no @node", name)
		}
	}
	return nil
}
