package seal_test

import (
	"testing"

	"github.com/google/uuid"

	"partnernet/fault"
	"partnernet/seal"
)

func TestKeysAreCopied(t *testing.T) {
	keys, subject := seal.In(t.TempDir()), uuid.NewString()
	key, err := keys.Of(subject)
	must(t, err)
	sealed, err := key.Seal("Åsa")
	must(t, err)
	must(t, keys.Keep(key))
	content, err := keys.Copy()
	must(t, err)

	restored := seal.In(t.TempDir())
	for name, damaged := range map[string][]byte{"none": nil, "cut": content[:len(content)-3], "changed": append([]byte("{"), content...)} {
		if _, err := restored.Restore(damaged); fault.CodeOf(err) != fault.BadInput {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, want := range []int{1, 0} {
		if n, err := restored.Restore(content); err != nil || n != want {
			t.Errorf("%d keys were restored, want %d: %v", n, want, err)
		}
	}
	if text, err := restored.Open(sealed); err != nil || text != "Åsa" {
		t.Errorf("it opens %q: %v", text, err)
	}
	if known, err := restored.Known("ÅSA"); err != nil || len(known) != 1 {
		t.Errorf("it finds %v: %v", known, err)
	}
	other := seal.In(t.TempDir())
	_, err = other.Digest("anything") // has its own key made
	must(t, err)
	if _, err := other.Restore(content); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("another register takes the keys: %v", err)
	}
}
