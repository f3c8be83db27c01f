package commands_test

import "testing"

// Whatever a command does, its answer tells the id by which all of it is taken back.
func TestEveryPayloadTellsTheCommand(t *testing.T) {
	m, err := theModel()
	must(t, err)
	for _, mutation := range m.Type("Mutation").Fields() {
		if m.Type(mutation.Target).Field("command") == nil {
			t.Errorf("%s does not tell the command of %s", mutation.Target, mutation.Name)
		}
	}
}
