package main

import (
	"testing"

	"partnernet/limits"
)

// A register that has nothing of what the examples name is warmed as well: all questions are planned, and none stops the others.
func TestAllQuestionsArePlannedAhead(t *testing.T) {
	_, db := foundingRegistry(t)
	if err := db.askAll(t.Context(), limits.Default()); err != nil {
		t.Error(err)
	}
}
