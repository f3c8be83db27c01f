package commands_test

import (
	"testing"

	"partnernet/testworld"
)

// Whatever a command changes, its answer tells the id by which all of it is taken back.
func TestEveryPayloadTellsTheCommand(t *testing.T) {
	m := testworld.Model(t)
	for _, mutation := range m.Type("Mutation").Fields() {
		if payload := m.Type(mutation.Target); payload.Field("changes") != nil && payload.Field("command") == nil {
			t.Errorf("%s does not tell the command of %s", mutation.Target, mutation.Name)
		}
	}
}
