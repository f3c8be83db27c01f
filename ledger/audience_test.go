package ledger_test

import (
	"context"
	"errors"
	"testing"

	"partnernet/ledger"
	"partnernet/registry"
	"partnernet/testdb"
)

// Audiences are read once for each version of what decides who may see what; and what a turn made that was taken back is made anew.
func TestAudiencesAreReadOnceForEachVersion(t *testing.T) {
	counted, statements := testdb.Count(testdb.Open(t))
	b := over(t, counted)
	b.tell(told("Anna", network("n", "ESTABLISHED")))
	audience := registry.AudienceOf(registry.Members, "n")
	cost := func(failing error) (number, sent int64) {
		before := statements.Load()
		if err := b.Write(t.Context(), func(ctx context.Context, p *ledger.Page) (err error) {
			if number, err = p.Number(ctx, audience); err != nil {
				return err
			}
			return failing
		}); !errors.Is(err, failing) {
			t.Fatal(err)
		}
		return number, statements.Load() - before
	}
	_, making := cost(errors.New("taken back"))
	made, again := cost(nil)
	if again != making-1 {
		t.Errorf("to make what was taken back took %d statements, and before %d with the reading", again, making)
	}
	found, reading := cost(nil)
	known, remembered := cost(nil)
	if found != made || known != made || remembered != reading-1 {
		t.Errorf("the audience is %d, then %d, then %d; %d statements, then %d", made, found, known, reading, remembered)
	}
	if err := b.Write(t.Context(), func(ctx context.Context, p *ledger.Page) error { return p.RaiseAccess(ctx) }); err != nil {
		t.Fatal(err)
	}
	if _, sent := cost(nil); sent != reading {
		t.Errorf("with another version it took %d statements, want %d", sent, reading)
	}
}
