package seal_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"partnernet/fault"
	"partnernet/seal"
	"partnernet/testworld"
)

// A person, and another.
const anna, nils = "0197a0b2-0000-7000-8000-000000000001", "0197a0b2-0000-7000-8000-000000000002"

var must = testworld.Must

func sealed(t *testing.T, keys *seal.Keys, subject, text string) string {
	t.Helper()
	key, err := keys.Of(subject)
	must(t, err)
	got, err := key.Seal(text)
	must(t, err)
	must(t, keys.Keep(key))
	return got
}

func TestWhatIsSealedIsOpenedUntilItsKeyIsDropped(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "keys")
	keys := seal.In(folder)
	name, again, other := sealed(t, keys, anna, "Anna Ek"), sealed(t, keys, anna, "Anna Ek"), sealed(t, keys, nils, "Nils")
	if name == again || len(name) != len(again) || strings.Contains(name, "Anna") {
		t.Errorf("sealed as %s and %s", name, again)
	}
	for text, want := range map[string]string{name: "Anna Ek", again: "Anna Ek", other: "Nils"} {
		if got, err := seal.In(folder).Open(text); got != want || err != nil {
			t.Errorf("%s opens as %q: %v", text, got, err)
		}
	}
	must(t, keys.Drop(anna))
	must(t, keys.Drop(anna))
	for _, text := range []string{name, again} {
		if got, err := keys.Open(text); fault.CodeOf(err) != fault.NotFound || got != "" {
			t.Errorf("without its key it opens as %q: %v", got, err)
		}
	}
	if got, err := keys.Open(other); got != "Nils" || err != nil {
		t.Errorf("another's opens as %q: %v", got, err)
	}
	sealed(t, keys, anna, "Anna Ek")
	if got, err := keys.Open(name); err == nil {
		t.Errorf("a new key opens what the old one has sealed: %q", got)
	}
}

// What is sealed of one subject cannot be passed off as another's, and what was changed is not opened.
func TestWhatWasChangedIsNotOpened(t *testing.T) {
	keys := seal.In(t.TempDir())
	name := sealed(t, keys, anna, "Anna Ek")
	sealed(t, keys, nils, "Nils")
	for _, text := range []string{
		strings.Replace(name, anna, nils, 1), name[:len(name)-4] + "AAAA", "sealed:1:" + anna + ":", "Anna Ek", "", "sealed:1:../../passwd:AAAA",
	} {
		if got, err := keys.Open(text); err == nil {
			t.Errorf("%s opens as %q", text, got)
		}
	}
}

func TestSubjectsAreFoundByWhatIsSealed(t *testing.T) {
	keys := seal.In(t.TempDir())
	sealed(t, keys, anna, "Anna  Ek")
	sealed(t, keys, nils, "nils@example.org")
	sealed(t, keys, nils, "anna ek")
	for text, want := range map[string][]string{"anna ek ": {anna, nils}, "Nils@Example.org": {nils}, "Anna": nil} {
		if got, err := keys.Known(text); !slices.Equal(got, want) || err != nil {
			t.Errorf("%q: %v, want %v: %v", text, got, want, err)
		}
	}
	must(t, keys.Drop(nils))
	if got, err := keys.Known("nils@example.org"); len(got) > 0 || err != nil {
		t.Errorf("%v is found once its key is gone: %v", got, err)
	}
}

// A key that is not kept leaves nothing, and files are for whoever runs the server alone.
func TestFilesOfKeys(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "keys")
	keys := seal.In(folder)
	key, err := keys.Of(anna)
	must(t, err)
	_, err = key.Seal("Anna Ek")
	must(t, err)
	if got, err := keys.Subjects(); len(got) > 0 || err != nil {
		t.Errorf("%v has a key that was not kept: %v", got, err)
	}
	must(t, keys.Keep(key))
	entries, err := os.ReadDir(folder)
	must(t, err)
	var names []string
	for _, e := range entries {
		info, err := e.Info()
		must(t, err)
		names = append(names, e.Name())
		if info.Mode().Perm() != 0o600 {
			t.Errorf("%s has the mode %o", e.Name(), info.Mode().Perm())
		}
	}
	if want := []string{anna + ".key", "lookup"}; !slices.Equal(names, want) {
		t.Errorf("files are %v, not %v", names, want)
	}
	if info, err := os.Stat(folder); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("the folder is %v: %v", info, err)
	}
}

func TestWithoutAFolderNothingIsSealed(t *testing.T) {
	var none *seal.Keys
	if _, err := none.Of(anna); fault.CodeOf(err) != fault.Unavailable {
		t.Errorf("a key is given: %v", err)
	}
	if _, err := none.Open("sealed:1:" + anna + ":AAAA"); fault.CodeOf(err) != fault.Unavailable {
		t.Errorf("it is opened: %v", err)
	}
}

func TestADocumentIsOpened(t *testing.T) {
	keys := seal.In(t.TempDir())
	name, other := sealed(t, keys, anna, "Anna \"Ek\" \\ Ås\n"), sealed(t, keys, nils, "Nils")
	must(t, keys.Drop(nils))
	got, err := keys.OpenWithin(`{"name": "` + name + `", "was": ["` + other + `", "plain"]}`)
	if want := `{"name": "Anna \"Ek\" \\ Ås\n", "was": ["(erased)", "plain"]}`; got != want || err != nil {
		t.Errorf("%s, want %s: %v", got, want, err)
	}
	if _, err := keys.OpenWithin(name[:len(name)-4] + "AAAA"); err == nil {
		t.Error("what was changed is opened")
	}
}
