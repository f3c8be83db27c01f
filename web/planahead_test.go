package web_test

import (
	"testing"

	"partnernet/testworld/site"
	"partnernet/web"
)

// In a register that has nothing of what most examples name, all that is asked soon is planned as well, and nothing stops the others.
func TestAllThatIsAskedSoonIsPlannedAhead(t *testing.T) {
	if err := web.PlanAhead(t.Context(), site.NewRegister(t).GraphQL(t, false).Ask); err != nil {
		t.Error(err)
	}
}
