package limits

// Each limit with its name and what a client is told of it, in one place.

func (l Limits) tokens(found int) excess {
	return excess{"tokens", l.Tokens, found, "The document has %d words and signs; at most %d are allowed.", "Split it into several requests."}
}

func (l Limits) depth(found int) excess {
	return excess{"depth", l.Depth, found, "Fields stand %d deep inside each other; at most %d are allowed.", "Ask for what is furthest inside in a request of its own, by its id."}
}

func (l Limits) aliases(found int) excess {
	return excess{"aliases", l.Aliases, found, "The document gives %d fields another name; at most %d are allowed.", "Split it into several requests."}
}

func (l Limits) inputs(found int) excess {
	return excess{"inputs", l.Inputs, found, "The arguments hold %d objects; at most %d are allowed.", "Use fewer conditions, a list of values in place of one condition for each, or several requests."}
}

func (l Limits) inputDepth(found int) excess {
	return excess{"inputDepth", l.InputDepth, found, "Objects and lists stand %d deep inside each other in an argument; at most %d are allowed.", "Put conditions beside each other."}
}

func (l Limits) validation(found int) excess {
	return excess{"validation", l.Validation, found, "Checking the document against the schema takes %d steps or more; at most %d are allowed.",
		"Write each field once in each place, use fewer fragments inside fragments, or split the document into several requests."}
}

func (l Limits) page(found int) excess {
	return excess{"pageSize", l.MaxPageSize, found, "A page of %d was asked for; at most %d are allowed.", "Ask for less with first, and page on with after and the last page's endCursor."}
}

func (l Limits) complexity(found int) excess {
	return excess{"complexity", l.Complexity, found, "The answer could hold %d values; at most %d are allowed.",
		"Ask for smaller pages with first, for fewer fields inside lists, or for lists inside lists in a request of their own."}
}

func (g *guard) introspected(found int) excess {
	return excess{"introspection", g.introspection, found, "The schema is asked for %d values; at most %d are allowed, twice its whole description.", "Ask for each part of it once."}
}
