package model_test

import (
	"strings"
	"testing"

	"partnernet/model"
)

// What would make a read go wrong later stops the start, and the error says where it is.
func TestMistakesAreFound(t *testing.T) {
	for _, row := range []struct{ schema, where, why string }{
		{`type Query { a: A } type A @node { b: String @relationship(type: "B") }`, "A.b", "a relationship to a scalar"},
		{`type Query { a: A } type A @node { b: B @relationship(type: "B") } type B { c: String }`, "A.b", "a relationship to what is not stored"},
		{`type Query { a: A } type A @node { b: U @relationship(type: "B") } type B { c: String } union U = A | B`, "A.b", "a relationship to a union of which one is not stored"},
		{`type Query { a: A } type A @node { b: I @relationship(type: "B") } interface I { c: String } type B implements I { c: String }`, "A.b", "a relationship to an interface of which one is not stored"},
		{`type Query { a: A } type A @node { b: String @embedded(prefix: "b") }`, "A.b", "a scalar made of several properties"},
		{`type Query { a: A } type A @node { b: String @cypher }`, "A.b", "neither expression nor statement"},
		{`type Query { a: A } type A @node { b: String @cypher(expression: "1", statement: "one") }`, "A.b", "both expression and statement"},
		{`type Query { a: A } type A @node { b: String @cypher(expression: "1") @onDay(expression: "2") }`, "A.b", "what is not stored, read on a day"},
		{`type Query { a: A } type A @node { b: Int @count(of: "cs") }`, "A.b", "a count of what is not there"},
		{`type Query { a: A } type A @node { b: Int @count(of: "c") c: String }`, "A.b", "a count of what is no list of records"},
		{`type Query { a: A } type A @node(orderedBy: ["b"]) { c: String }`, "schema: A:", "an order by what is not there"},
		{`type Query { a: A } type A @node(orderedBy: ["a"]) { a: A @relationship(type: "A") }`, "schema: A:", "an order by what is no value"},
		{`type Query { a: A } type A @node(searchedBy: ["b"]) { c: String }`, "schema: A:", "a search in what is not there"},
		{`type Query { a: A } type A @node(sortedBy: "b") { c: String }`, "schema: A:", "a sort key of what is not there"},
		{`type Query { a: A } type A @node @validity { validFrom: String }`, "schema: A:", "a last day that is not there"},
		{`type Query { a: A } type A @node @validity(from: "b") { validTo: String }`, "schema: A:", "a first day that is not there"},
		{`type Query { as(filter: F): [A!] } input F { b: String @filter } type A @node { c: String }`, "Query.as", "a condition on what is not there"},
		{`type Query { as(filter: F): [A!] } input F { b: String @filter(field: "d") } type A @node { b: String }`, "Query.as", "a condition on another field, which is not there"},
		{`type Query { as(filter: F): [A!] } input F { not: F b: G @filter(by: SOME) } input G { d: String @filter } type A @node { b: A @relationship(type: "A") }`, "Query.as", "a condition on a related record's field that is not there"},
		{`type Query { as(filter: F): [A!] } input F { b: G @filter(by: SOME) } input G { b: String @filter } type A @node { b: String }`, "Query.as", "conditions on records where there are none"},
		{`type Query { as(filter: F): [A!] } input F { text: String @filter(by: TEXT) } type A @node { b: String }`, "Query.as", "a search in a type that is searched by nothing"},
		{`type Query { as(filter: F): [A!] } input F { b: Int @filter } type A @node { b: Int @computed(requires: []) }`, "Query.as", "a condition on what the database does not know"},
		{`type Query { a(b: ID @filter): A } type A @node { c: String }`, "Query.a", "a key that is not there"},
		{`type Query { as(orderBy: O): [A!] } input O { field: By! } enum By { B @order(field: "b") } type A @node { c: String }`, "Query.as", "an order that a request can name, by what is not there"},
		{`type Query { as(orderBy: O): [A!] } input O { field: By! } enum By { B } type A @node { b: String }`, "Query.as", "an order that a request can name and that means nothing"},
		{`type Query { as(orderBy: O): [A!] } input O { field: By! } enum By { B @order(field: "b") } type A @node { b: B @relationship(type: "B") } type B @node { c: String }`, "Query.as", "an order by a record that has no name to be sorted by"},
		{`type Query { as(orderBy: O): [A!] } input O { field: By! } enum By { B @order(field: "b") } type A @node { b: [B!]! @relationship(type: "B") } type B @node(sortedBy: "c") { c: String }`, "Query.as", "an order by one of many records"},
		{`type Query { as: AConnection } type AConnection { nodes: [A!]! facets: Fs! } type Fs { b: String @facet(of: "b") } type A @node { c: String }`, "Query.as", "counts by what is not there"},
		{`type Query { as: AConnection } type AConnection { nodes: [A!]! facets: Fs! } type Fs { b: String @facet(of: "a.b") } type A @node { a: A @relationship(type: "A") }`, "Query.as", "counts by a related record's field that is not there"},
		{`type Query { as: AConnection } type AConnection { nodes: [A!]! facets: Fs! } type Fs { b: String @facet(of: "c.c") } type A @node { c: String }`, "Query.as", "counts through what leads nowhere"},
		{`type Query { as: AConnection } type AConnection { nodes: [A!]! } type A @node @validity { validFrom: String validTo: String }`, "Query.as", "a list of records that hold for a time, of which those not in force cannot be asked for"},
		{`type Query { a: String @unheard }`, "unheard", "a directive that is none"},
		{`type Query { a: String `, "schema.graphqls", "no schema at all"},
	} {
		_, err := model.Load(directives(t) + row.schema)
		if err == nil || !strings.Contains(err.Error(), row.where) {
			t.Errorf("%s: got %v, want an error about %s", row.why, err, row.where)
		}
	}
}

// Every mistake is told at once: nobody starts a server five times to find five of them.
func TestAllMistakesAreTold(t *testing.T) {
	_, err := model.Load(directives(t) + `
type Query { a: A }
type A @node(sortedBy: "x") { b: String @relationship(type: "B") c: Int @count(of: "d") }`)
	for _, where := range []string{"A:", "A.b:", "A.c:"} {
		if err == nil || !strings.Contains(err.Error(), where) {
			t.Errorf("%s is not told of: %v", where, err)
		}
	}
}

// Conditions may lead round in a circle, as those on organisations and their memberships do.
func TestConditionsMayLeadRound(t *testing.T) {
	load(t, `
type Query { as(filter: AFilter, orderBy: O): AConnection  a(id: ID @filter): A }
input AFilter { and: [AFilter!] b: BFilter @filter(field: "bs", by: SOME) any: AFilter @filter(field: "end", by: SOME) text: String @filter(by: TEXT) known: Boolean @filter(field: "id", by: PRESENT) }
input BFilter { or: [BFilter!] a: AFilter @filter(by: SOME) age: [Int!] @filter(by: ANY_OF) }
input O { field: By! direction: String }
enum By { ID @order(field: "id") }
type A @node(searchedBy: ["id"]) { id: ID bs: [B!]! @relationship(type: "B") end: U @relationship(type: "E") }
type B @node { a: A @relationship(type: "B", direction: IN) age: Int @cypher(expression: "1") }
union U = A | B
type AConnection { nodes: [A!]! facets: Fs! }
type Fs { id: String @facet(of: "id")  end: String @facet(of: "bs.age") }`)
}
