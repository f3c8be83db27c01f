package export

import (
	"context"
	"io"
	"slices"
)

// writeKumu writes the workbook that Kumu imports: elements, and connections between them by their ids.
func writeKumu(ctx context.Context, s source, w io.Writer) error {
	elements := slices.Concat([]string{"ID", "Label", "Type"}, nodeFacts)
	connections := slices.Concat([]string{"ID", "From", "To", "direction", "Type"}, tieFacts)
	book, err := newBook("Elements", elements)
	if err != nil {
		return unwritten(err)
	}
	defer book.file.Close()
	err = s.network("IN_FORCE").writeNodesAndTies(ctx,
		func(n node) error {
			return book.write(slices.Concat([]cell{n.id, n.label, n.kind}, n.facts.cells(nodeFacts)))
		},
		func() error { return book.next("Connections", connections) },
		func(t tie) error {
			return book.write(slices.Concat([]cell{t.id, t.source, t.target, t.direction(), t.kind}, t.facts.cells(tieFacts)))
		})
	if err != nil {
		return err
	}
	return book.end(w)
}

// direction says whether a tie leads one way, in Kumu's words.
func (t tie) direction() string {
	if t.kind == "Partnership" || t.kind == "Counterpart" {
		return "undirected"
	}
	return "directed"
}

func (f facts) cells(names []string) []cell {
	all := make([]cell, len(names))
	for i, name := range names {
		all[i] = known(f[name])
		if name == "validFrom" || name == "validTo" {
			all[i] = dayOf(f[name])
		}
	}
	return all
}
