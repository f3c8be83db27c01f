package backup

import (
	"context"

	"partnernet/fault"
	"partnernet/store"
	"partnernet/stored"
)

// loading writes what a file holds, some thousand rows in a transaction.
type loading struct {
	Register
	rows map[string][]any // by the statement that writes them
}

// load goes through a file that has been verified.
func (l *loading) load(ctx context.Context, file string, each func(context.Context, line) error) error {
	l.rows = map[string][]any{}
	err := readFile(file, func(Header) error { return nil }, func(text []byte) error {
		one, err := readLine(text)
		if err != nil {
			return err
		}
		return each(ctx, one)
	}, func(Footer) error { return nil })
	for statement := range l.rows {
		if err == nil {
			err = l.send(ctx, statement)
		}
	}
	return err
}

const (
	createRecords = `
UNWIND $rows AS row
CREATE (n:Record:$(row.labels))
SET n = row.properties
RETURN count(*) AS written`
	// leading ends a statement: it makes the relations of n, and counts the rows of which all lead somewhere.
	leading = `
CALL (n, row) {
  UNWIND row.relations AS to
  MATCH (other:Record {id: to.to})
  CREATE (n)-[new:$(to.type)]->(other)
  SET new = to.properties
  RETURN count(*) AS led
}
RETURN sum(CASE WHEN led = size(row.relations) THEN 1 ELSE 0 END) AS written`
	createNodes = `
UNWIND $rows AS row
CREATE (n:$(row.label))
SET n = row.properties
WITH n, row` + leading
	createRelations = `
UNWIND $rows AS row
MATCH (n:Record {id: row.id})` + leading
	createParts = `
UNWIND $rows AS row
MATCH (owner:Record {id: row.id})
CREATE (owner)-[:$(row.relation)]->(n:$(row.label))
SET n = row.properties
WITH n, row` + leading
)

// nodes writes the records themselves.
func (l *loading) nodes(ctx context.Context, of line) error {
	if of.Record == "" {
		return nil
	}
	properties, err := all(of.Properties, read)
	if err != nil {
		return err
	}
	properties["id"] = of.Record
	return l.add(ctx, createRecords, map[string]any{"labels": of.Labels, "properties": properties})
}

// relations writes what leads to records: their relations, their parts, and the other nodes.
func (l *loading) relations(ctx context.Context, of line) error {
	if len(of.Alike) == 2 {
		of.Record, of.Relations = of.Alike[0], []relation{{Type: "POSSIBLE_DUPLICATE_OF", To: of.Alike[1], Properties: of.Properties}}
	}
	to, err := relationRows(of.Relations)
	if err != nil {
		return err
	}
	if of.Node != "" {
		properties, err := all(of.Properties, read)
		if err != nil {
			return err
		}
		return l.add(ctx, createNodes, map[string]any{"label": of.Node, "properties": properties, "relations": to})
	}
	if len(to) > 0 {
		if err := l.add(ctx, createRelations, map[string]any{"id": of.Record, "relations": to}); err != nil {
			return err
		}
	}
	for _, p := range of.Parts {
		properties, err := all(p.Properties, read)
		if err != nil {
			return err
		}
		to, err := relationRows(p.Relations)
		if err != nil {
			return err
		}
		row := map[string]any{"id": of.Record, "relation": p.Relation, "label": p.Label, "properties": properties, "relations": to}
		if err := l.add(ctx, createParts, row); err != nil {
			return err
		}
	}
	return nil
}

func relationRows(of []relation) ([]any, error) {
	rows := []any{}
	for _, r := range of {
		properties, err := all(r.Properties, read)
		if err != nil {
			return nil, err
		}
		rows = append(rows, map[string]any{"type": r.Type, "to": r.To, "properties": properties})
	}
	return rows, nil
}

// add writes a row, together with others.
func (l *loading) add(ctx context.Context, statement string, row map[string]any) error {
	l.rows[statement] = append(l.rows[statement], row)
	if len(l.rows[statement]) < pageSize {
		return nil
	}
	return l.send(ctx, statement)
}

func (l *loading) send(ctx context.Context, statement string) error {
	rows := l.rows[statement]
	l.rows[statement] = nil
	if len(rows) == 0 {
		return nil
	}
	return l.DB.Patient(patience).Write(ctx, func(ctx context.Context, tx store.Tx) error {
		result, err := tx.Run(ctx, store.Statement{Text: statement, Params: map[string]any{"rows": rows}})
		if err == nil && stored.Number(result[0]["written"]) != int64(len(rows)) {
			err = fault.New(fault.BadInput, "The file is no whole backup: %d of its lines name records that are not in it.", int64(len(rows))-stored.Number(result[0]["written"]))
		}
		return err
	})
}
