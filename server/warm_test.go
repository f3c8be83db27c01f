package main

import (
	"testing"

	"partnernet/limits"
	"partnernet/testworld/site"
)

// A register that has nothing of what the examples name is warmed as well: all questions are planned, and none stops the others.
func TestAllQuestionsArePlannedAhead(t *testing.T) {
	register := site.NewRegister(t)
	db := &database{DB: register.DB, model: register.Model, config: register.Config}
	if err := db.askAll(t.Context(), limits.Default()); err != nil {
		t.Error(err)
	}
}
