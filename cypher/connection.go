package cypher

import (
	"slices"
	"strings"

	"partnernet/fault"
	"partnernet/model"
)

// page is what a connection's selection needs of its rows.
type page struct {
	rows   columns
	shape  *connection
	more   bool     // one row beyond the page is needed, to know whether there is a next
	cursor bool     // rows need their cursors
	facets []string // the clauses that count the list by its values
}

// connection reads one page of a list, and its total and facets if they are selected.
func (b *build) connection(src source, where []string, keys ordering, f *model.Field, use *selected, args place, sc scope) (part, error) {
	first := b.first(f, args)
	after := b.after(keys, args.at("after").given())
	pg := page{shape: &connection{first: b.local(first), order: keys.name, after: len(after) > 0}}
	fields := b.collect(use.selections, f.Def.Type.Name())
	whole, conditions := src, where
	if gathers(fields, src.narrowed || sc.nested) {
		src.gathered, where = b.variable("all"), nil
	}
	cols := columns{}
	for _, s := range fields {
		if err := b.connectionField(src, where, &pg, &cols, s, sc); err != nil {
			return part{}, err
		}
	}
	if pg.shape.rowed {
		pg.order(keys)
		pg.shape.rows = cols.expression(b.rows(src, append(slices.Clip(where), after...), keys, b.param(pg.limit(first)), pg.rows.literal(), sc))
	}
	if src.gathered == "" {
		return part{cypher: cols.literal(), shape: pg.shape}, nil
	}
	if sc.nested {
		rows := collect(whole.match(conditions), whole.with(), "RETURN ["+src.variables()+"]")
		return part{cypher: collect("WITH "+rows+" AS "+src.gathered, "RETURN "+cols.literal()) + "[0]", shape: pg.shape}, nil
	}
	before := append([]string{whole.match(conditions), whole.with(), "WITH collect([" + src.variables() + "]) AS " + src.gathered}, pg.facets...)
	return part{before: before, cypher: cols.literal(), shape: pg.shape}, nil
}

// gathers says whether a list is met once, and all that is asked of it is taken from there: where it is counted by its values, or where it
// is short enough that meeting it again for its page costs more than keeping it. A whole type's page is read from an index, and so is that of
// a list which is not counted to its end.
func gathers(fields []*selected, short bool) bool {
	wanted, counted := map[string]bool{}, false
	for _, f := range fields {
		wanted[f.Name] = true
		counted = counted || f.countsAll()
	}
	rows := wanted["nodes"] || wanted["edges"] || wanted["pageInfo"]
	return wanted["facets"] || counted && rows && short
}

// order gives each row its cursor when the selection shows one.
func (pg *page) order(keys ordering) {
	if pg.cursor {
		pg.shape.cursors = pg.rows.expression(keys.values())
	}
}

// limit gives how many rows are needed for a page of so many.
func (pg *page) limit(first origin) origin {
	if !pg.more {
		return first
	}
	return func(v *values) (any, error) {
		n, err := first(v)
		if err != nil {
			return nil, err
		}
		return n.(int) + 1, nil
	}
}

// first reads how many rows of a list are asked for. How many may be is for the limits of a request to say.
func (b *build) first(f *model.Field, args place) origin {
	if args.first != nil {
		return args.first
	}
	limit := args.at("first")
	if limit.value == nil {
		return fixed(b.pageSize)
	}
	return func(v *values) (any, error) {
		first, _ := limit.in(v).(int64)
		if first < 0 {
			return nil, fault.New(fault.BadInput, "%s: first is %d; it is how many to return, 0 or more.", f.Name, first).At("first")
		}
		return int(first), nil
	}
}

func (b *build) connectionField(src source, where []string, pg *page, cols *columns, s *selected, sc scope) error {
	out := connectionOutput{key: s.Alias, name: s.Name, typeName: s.ObjectDefinition.Name}
	var err error
	switch s.Name {
	case "totalCount":
		var count string
		count, err = b.total(src, where, s)
		out.column = cols.expression(count)
	case "facets":
		out.column, out.shape, err = b.facets(src, pg, cols, s, sc)
	case "nodes":
		pg.shape.rowed = true
		out.column, out.shape, err = b.rowNode(src, pg, s, sc)
	case "edges":
		pg.shape.rowed = true
		out.edges, err = b.edges(src, pg, s, sc)
	case "pageInfo":
		pg.shape.rowed = true
		out.info = b.pageInfo(pg, s)
	}
	pg.shape.outputs = append(pg.shape.outputs, out)
	return err
}

// rowNode adds the projection of a row's node to the row.
func (b *build) rowNode(src source, pg *page, s *selected, sc scope) (int, shape, error) {
	p, err := b.record(src.variable, src.target, s.selections, sc)
	if err != nil {
		return 0, nil, err
	}
	return pg.rows.expression(p.cypher), p.shape, nil
}

func (b *build) edges(src source, pg *page, s *selected, sc scope) ([]connectionOutput, error) {
	var edge []connectionOutput
	for _, e := range b.collect(s.selections, s.Definition.Type.Name()) {
		out := connectionOutput{key: e.Alias, name: e.Name, typeName: s.Definition.Type.Name()}
		switch e.Name {
		case "cursor":
			pg.cursor = true
		case "node":
			var err error
			if out.column, out.shape, err = b.rowNode(src, pg, e, sc); err != nil {
				return nil, err
			}
		}
		edge = append(edge, out)
	}
	return edge, nil
}

func (b *build) pageInfo(pg *page, s *selected) []connectionOutput {
	var info []connectionOutput
	for _, f := range b.collect(s.selections, "PageInfo") {
		pg.more = pg.more || f.Name == "hasNextPage"
		pg.cursor = pg.cursor || strings.HasSuffix(f.Name, "Cursor")
		info = append(info, connectionOutput{key: f.Alias, name: f.Name, typeName: "PageInfo"})
	}
	return info
}

// facets counts the whole list by each selected facet's value.
func (b *build) facets(src source, pg *page, cols *columns, s *selected, sc scope) (int, shape, error) {
	t := b.model.Type(s.Definition.Type.Name())
	inner, shape := columns{}, &object{typeName: t.Name}
	for _, f := range b.collect(s.selections, t.Name) {
		out := output{key: f.Alias, typ: f.Definition.Type, shape: typeName{}}
		if f.Name != "__typename" {
			facet := t.Field(f.Name)
			p, _, err := b.object(row{workedOut: true}, b.model.Type(facet.Target), b.collect(f.selections, facet.Target), columns{}, scope{})
			if err != nil {
				return 0, nil, err
			}
			out.shape, out.column = p.shape, inner.expression(b.facet(src, pg, facet, sc))
		}
		shape.outputs = append(shape.outputs, out)
	}
	return cols.expression(inner.literal()), shape, nil
}

// facet counts by the value of a field of the node, or of a field of the nodes that a relationship leads to ("theme.code").
func (b *build) facet(src source, pg *page, facet *model.Field, sc scope) string {
	name, beyond, isRelated := strings.Cut(facet.Of, ".")
	of, optional, once := src.target.Field(name), "", ""
	value := ""
	if isRelated {
		related := b.related(src.variable, of)
		where := whereClause(b.exists(related.variable, related.target, of))
		if facet.Within {
			related = b.orAbove(related)
			once = "WITH DISTINCT " + src.variable + ", " + related.variable
		}
		optional = strings.TrimSpace("OPTIONAL MATCH " + related.pattern + " " + where)
		value = b.stored(related.variable, related.target.Field(beyond), sc)
	} else {
		value = b.stored(src.variable, of, sc)
	}
	if sc.nested {
		return tally(collect(src.match(nil), optional, once, "RETURN "+value))
	}
	counts := b.variable("counts")
	pg.facets = append(pg.facets, "CALL ("+src.gathered+") {\n"+lines([]string{src.match(nil), optional, once,
		"WITH " + value + " AS value, count(*) AS count ORDER BY count DESC, value",
		"RETURN collect({value: value, count: count}) AS " + counts})+"\n}")
	return counts
}

// tally counts the values of a list without an aggregating function: Neo4j refuses those anywhere below a projection that names
// anything else. For a whole label an aggregation is many times faster, so root fields use one.
func tally(values string) string {
	return collect("WITH "+values+" AS tallied", "UNWIND tallied AS value", "WITH DISTINCT tallied, value",
		"WITH value, size([other IN tallied WHERE coalesce(other = value, other IS NULL AND value IS NULL)]) AS count ORDER BY count DESC, value",
		"RETURN {value: value, count: count}")
}

// positions reads one page of the values that an expression yields in its own order; their cursors are positions.
func (b *build) positions(text, v string, f *model.Field, use *selected, args place, sc scope) (part, error) {
	order := positionOrder(f)
	first, start := b.first(f, args), position(args.at("after"), order)
	all := b.variable("all")
	src := source{variable: v, target: b.model.Type(f.Target)}
	pg := page{shape: &connection{first: b.local(first), start: b.local(start), order: order, after: args.at("after").value != nil, positional: true}}
	cols := columns{}
	for _, s := range b.collect(use.selections, f.Def.Type.Name()) {
		counted := src
		if s.Name == "totalCount" {
			counted.gathered = all
		}
		if err := b.connectionField(counted, nil, &pg, &cols, s, sc); err != nil {
			return part{}, err
		}
	}
	if pg.shape.rowed {
		from, to := b.param(start), b.param(sum(start, pg.limit(first)))
		pg.shape.rows = cols.expression(collect("UNWIND "+all+"["+from+".."+to+"] AS "+v, "WITH "+v, "RETURN "+pg.rows.literal()))
	}
	present := "[" + v + " IN " + all + " WHERE " + strings.Join(b.present(v, src.target), " AND ") + "]"
	return part{cypher: collect("WITH "+text+" AS "+all, "WITH "+present+" AS "+all, "RETURN "+cols.literal()) + "[0]", shape: pg.shape}, nil
}

// position reads the after argument of a list whose cursors are positions in an order.
func position(after place, order string) origin {
	if after.value == nil {
		return fixed(0)
	}
	return func(v *values) (any, error) {
		cursor, _ := after.in(v).(string)
		keys, err := v.seal.decodeCursor(cursor, order)
		if err != nil {
			return nil, err
		}
		at, ok := keys[0].(int64)
		if !ok || len(keys) != 1 || at < 0 {
			return nil, badCursor()
		}
		return int(at), nil
	}
}

// sum adds two whole numbers.
func sum(a, b origin) origin {
	return func(v *values) (any, error) {
		x, err := a(v)
		if err != nil {
			return nil, err
		}
		y, err := b(v)
		if err != nil {
			return nil, err
		}
		return x.(int) + y.(int), nil
	}
}
