// Package graph is the GraphQL edge: gqlgen's generated code, the reading of root fields, and how errors are shown.
package graph
