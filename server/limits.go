package main

import (
	"fmt"
	"reflect"

	"github.com/alecthomas/kong"

	"partnernet/admission"
	"partnernet/brreg"
	"partnernet/limits"
	"partnernet/store"
)

// limitFlags are the fields of limits.Limits, as flags whose defaults are the registry's own.
type limitFlags struct {
	Body        int64  `name:"max-body" default:"${Body}" placeholder:"BYTES" group:"limits" help:"Size of a request (default: ${Body})."`
	Tokens      int    `name:"max-tokens" default:"${Tokens}" placeholder:"N" group:"limits" help:"Words and signs of a document (default: ${Tokens})."`
	Depth       int    `name:"max-depth" default:"${Depth}" placeholder:"N" group:"limits" help:"Fields inside each other (default: ${Depth})."`
	Aliases     int    `name:"max-aliases" default:"${Aliases}" placeholder:"N" group:"limits" help:"Fields given another name (default: ${Aliases})."`
	Inputs      int    `name:"max-inputs" default:"${Inputs}" placeholder:"N" group:"limits" help:"Objects in arguments, such as conditions of a filter (default: ${Inputs})."`
	InputDepth  int    `name:"max-input-depth" default:"${InputDepth}" placeholder:"N" group:"limits" help:"Objects and lists inside each other in an argument (default: ${InputDepth})."`
	Validation  int    `name:"max-validation" default:"${Validation}" placeholder:"N" group:"limits" help:"Steps to check a document against the schema (default: ${Validation})."`
	Complexity  int    `name:"max-complexity" default:"${Complexity}" placeholder:"N" group:"limits" help:"Values in an answer, where lists count as long as they may be (default: ${Complexity})."`
	PageSize    int    `name:"page-size" default:"${PageSize}" placeholder:"N" group:"limits" help:"Length of a page when a request does not say (default: ${PageSize})."`
	MaxPageSize int    `name:"max-page-size" default:"${MaxPageSize}" placeholder:"N" group:"limits" help:"Longest page that a request may ask for (default: ${MaxPageSize})."`
	Cache       uint64 `name:"document-cache" default:"${Cache}" placeholder:"BYTES" group:"limits" help:"Memory for documents that were checked already (default: ${Cache})."`
}

func (f limitFlags) limits() limits.Limits { return limits.Limits(f) }

// defaultLimits gives the registry's own limits by the names that the flags use for them.
func defaultLimits() kong.Vars {
	vars := kong.Vars{"StatementTimeout": store.DefaultTimeout.String(), "BrregAddress": brreg.DefaultAddress}
	for _, own := range []any{limits.Default(), admission.Default()} {
		for field, value := range reflect.ValueOf(own).Fields() {
			vars[field.Name] = fmt.Sprint(value)
		}
	}
	return vars
}
