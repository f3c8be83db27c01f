package rules

import "partnernet/registry"

// persons is asked of a person whose record was written, as by whoever changes for whom it is.
var persons = Group{
	On:    []string{"Person"},
	whole: "it looks at the person alone, and at whom that is for",
	statement: `
UNWIND $ids AS id
MATCH (r:Record&Person {id: id})
MATCH (audience:Audience {number: r.audience})
RETURN {id: r.id, type: 'Person', class: audience.class} AS row`,
	Rules: []Beside{{Rules: []string{registry.RulePersonAudience}, Field: "audience", check: func(r row) error {
		return registry.CheckPersonAudience(registry.Class(r.text("class")))
	}}},
}
