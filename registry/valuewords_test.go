package registry

import (
	"go/ast"
	"regexp"
	"slices"
	"strings"
	"testing"

	"partnernet/fault"
)

// noEnumerations are types of texts that no enumeration of the schema stands for.
var noEnumerations = []string{"Audience", "TypeWord"}

// A fault says by its word what it says of a value: every type of values here is known by its enumeration, and no fault is given a value as a mere text.
func TestFaultsKnowTheWordsOfValues(t *testing.T) {
	eachFile(t, func(pack string, file *ast.File) {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.TypeSpec:
				of, isName := n.Type.(*ast.Ident)
				if pack != "registry" || !isName || of.Name != "string" || slices.Contains(noEnumerations, n.Name.Name) {
					return true
				}
				for _, enumeration := range enumerationsOf(n.Name.Name) {
					if vocabulary[enumeration] == nil {
						t.Errorf("%s is of no enumeration that has words", n.Name.Name)
					}
				}
			case *ast.CallExpr:
				if formatsOf(n) != nil && !slices.Contains([]string{"export", "reports", "signin"}, pack) { // whose values are no enumeration's
					for _, each := range n.Args {
						if call, is := each.(*ast.CallExpr); is && isText(call.Fun) {
							t.Errorf("%s: the fault %q is given a value as a text", pack, formatsOf(n))
						}
					}
				}
			}
			return true
		})
	})
}

func isText(f ast.Expr) bool {
	name, is := f.(*ast.Ident)
	return is && name.Name == "string"
}

// typed are sentences about what people write in a file or a setting, where a value stands by its name.
var typed = []string{
	"%q is not an identifier scheme. Give SE_ON, NO_BRC, LEI, PIC or OTHER.", "The header %s is PUBLIC, MEMBERS, COORDINATORS or RESTRICTED.",
	"audience=%s is no audience. Give PUBLIC, MEMBERS, COORDINATORS or RESTRICTED.",
	"An export of more than what is public needs a sign-in of the last ten minutes, which no access token is. Sign in again, or export what is public: audience=PUBLIC.",
}

// No sentence in Swedish or Norwegian has the name of a value where there is a word for it.
func TestSentencesHaveWordsForValues(t *testing.T) {
	names := map[string]bool{}
	for _, each := range vocabulary {
		for name := range each {
			names[name] = true
		}
	}
	for _, acronym := range []string{"LEI", "NUTS", "PDF", "PIC"} { // which is what people call it
		delete(names, acronym)
	}
	for format, words := range faultWords {
		if slices.Contains(typed, format) {
			continue
		}
		for _, name := range regexp.MustCompile(`\b[A-Z][A-Z_]+\b`).FindAllString(strings.Join(words, " "), -1) {
			if names[name] {
				t.Errorf("%s stands in what is said of %q", name, format)
			}
		}
	}
}

func TestAFaultSaysTheWordOfAValue(t *testing.T) {
	for _, c := range []struct {
		err      error
		language string
		says     string
	}{
		{CheckOpenToMembers("CLOSED"), "sv", "Nätverket är nedlagt och"},
		{CheckFoundIn(MappingPlanned), "nb", "Behovskartleggingen er planlagt; et behov finnes i en som er gjennomført."},
		{CheckFoundIn(MappingPlanned), "en", "The needs mapping is PLANNED; a need is found in one that is HELD."},
		{CheckClosing(StandingMet, Period{}, Date{}, Date{}), "sv", "Det är redan tillgodosett."},
		{CheckEvidence([]DocumentType{"REPORT", "MINUTES"}, "DECISION"), "nb", "Dokumentet er av typen «vedtak», og her teller bare dokumenter av typen «rapport, referat eller notater»."},
		{fault.New(fault.Forbidden, "you may not see what is %s, so you cannot enter it.", Restricted), "sv", "du får inte se det som är för ingen genom sin roll"},
		{fault.New(fault.BadInput, "%q is not an identifier scheme. Give SE_ON, NO_BRC, LEI, PIC or OTHER.", Scheme("X")), "sv", `"X" är inget nummersystem.`},
	} {
		if said := Sentence(c.err, c.language); !strings.HasPrefix(said, c.says) {
			t.Errorf("%s: %q, not %q", c.language, said, c.says)
		}
	}
}
