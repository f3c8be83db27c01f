package cypher

import "slices"

// rows gives the rows of a list that begin a page, each as the projection says.
//
// A page of a whole type is read from an index that has its order, as far as it goes, however long the list is. Neo4j takes the order from
// an index only where the statement says that each record has a value; those that have none come after, and are looked for only when the
// page is not full.
func (b *build) rows(src source, where []string, keys ordering, limit, projection string, sc scope) string {
	page := func(s source, o ordering) string { return o.order(s) + " LIMIT " + limit }
	if sc.nested || src.gathered != "" || !keys.indexed() {
		return collect(src.match(where), page(src, keys), "RETURN "+projection)
	}
	first := keys.keys[0]
	valued := append(slices.Clip(where), b.hasValue(src, first, sc))
	if first.known {
		return collect(src.match(valued), page(src, keys), "RETURN "+projection)
	}
	begin := src
	begin.gathered = b.variable("begin")
	rest := src.match(append(slices.Clip(where), first.expression+" IS NULL"))
	return collect(
		"WITH "+collect(src.match(valued), page(src, keys.ofValued()), "RETURN ["+src.variables()+"]")+" AS "+begin.gathered,
		"CALL ("+begin.gathered+") {",
		begin.match(nil), "RETURN "+src.variables(),
		"UNION ALL",
		"UNWIND CASE WHEN size("+begin.gathered+") < "+limit+" THEN [true] ELSE [] END AS short",
		rest, page(src, keys.ofOthers()), "RETURN "+src.variables(),
		"}",
		page(src, keys), "RETURN "+projection)
}

// hasValue asks that records have a value of a key. Of those in force none begins later than the read's day, so that an index of their
// beginnings need not be gone through from its end.
func (b *build) hasValue(src source, first key, sc scope) string {
	if v := src.target.Validity; v != nil && src.begun && first.expression == src.variable+"."+v.From {
		return first.expression + " <= " + sc.asOf
	}
	return first.expression + " IS NOT NULL"
}

// indexed says whether an index can have the order.
func (o ordering) indexed() bool { return len(o.keys) > 1 && (o.keys[0].known || o.keys[0].stored) }

// ofValued orders records that all have a value of the first key.
func (o ordering) ofValued() ordering {
	keys := slices.Clone(o.keys)
	keys[0].known = true
	return ordering{name: o.name, keys: keys}
}

// ofOthers orders records that have no value of the first key.
func (o ordering) ofOthers() ordering { return ordering{name: o.name, keys: o.keys[1:]} }
