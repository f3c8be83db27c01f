package graph

import (
	"errors"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/validator"

	"partnernet"
	"partnernet/fault"
	"partnernet/registry"
)

// wrongDocuments break a rule of GraphQL each.
var wrongDocuments = []struct{ document, sv, nb string }{
	{`{ project(acronym: "Commsec") { acronim } }`, `Typen "Project" har inget fält "acronim". Menade du "acronym"?`, `Typen "Project" har ikke noe felt "acronim". Mente du "acronym"?`},
	{`{ project(acronim: "Commsec") { id } }`, `Fältet "Query.project" har inget argument "acronim". Menade du "acronym"?`, `Feltet "Query.project" har ikke noe argument "acronim". Mente du "acronym"?`},
	{`{ projects(filter: {projectType: HUGE}) { totalCount } }`, `"HUGE" är inget av värdena i "[ProjectType!]". Värdena är: PRE_STUDY, SMALL_SCALE, MAIN, OTHER.`, `"HUGE" er ingen av verdiene i "[ProjectType!]". Verdiene er: PRE_STUDY, SMALL_SCALE, MAIN, OTHER.`},
	{`{ projects(filter: {projectType: MAINN}) { totalCount } }`, `"MAINN" är inget av värdena i "[ProjectType!]". Menade du "MAIN"? Värdena är: PRE_STUDY, SMALL_SCALE, MAIN, OTHER.`, `"MAINN" er ingen av verdiene i "[ProjectType!]". Mente du "MAIN"? Verdiene er: PRE_STUDY, SMALL_SCALE, MAIN, OTHER.`},
	{`{ node { id } }`, `Fältet "node" behöver argumentet "id" av typen "ID!", som saknas. Ange det.`, `Feltet "node" trenger argumentet "id" av typen "ID!", som mangler. Oppgi det.`},
	{`{ project(acronym: "Commsec") }`, `Fältet "project" av typen "Project" är ett objekt. Skriv inom klamrar efter det vilka fält som ska hämtas. Menade du "project { ... }"?`, `Feltet "project" av typen "Project" er et objekt. Skriv i klammer etter det hvilke felt som skal hentes. Mente du "project { ... }"?`},
	{`{ project(acronym: "Commsec") { id`, `Dokumentet tar slut för tidigt: Name behövs.`, `Dokumentet tar slutt for tidlig: Name trengs.`},
	{`query Q($a: String) { project(acronym: "Commsec") { id } }`, `Variabeln "$a" används inte i operationen "Q". Ta bort den, eller använd den.`, `Variabelen "$a" brukes ikke i operasjonen "Q". Slett den, eller bruk den.`},
	{`{ project(acronym: 7) { id } }`, `7 är ingen text. Sätt citattecken om den.`, `7 er ingen tekst. Sett anførselstegn rundt den.`},
	{`{ project(acronym: "Commsec") { id } ...f }`, `Dokumentet har inget fragment "f". Skriv det, eller ta bort det som hänvisar till det.`, `Dokumentet har ikke noe fragment "f". Skriv det, eller slett det som viser til det.`},
}

// What breaks GraphQL's own rules is said in the language asked for, with what may have been meant, and with the values that there are.
func TestWhatBreaksGraphQLsOwnRulesIsSaidInEachLanguage(t *testing.T) {
	schema := gqlparser.MustLoadSchema(&ast.Source{Input: partnernet.Schema})
	for _, row := range wrongDocuments {
		_, errs := gqlparser.LoadQueryWithRules(schema, row.document, nil)
		if len(errs) == 0 {
			t.Errorf("%s is taken", row.document)
			continue
		}
		english := withValues(schema, errs[0].Message)
		if got := inRequestWords(english, "sv"); got != row.sv {
			t.Errorf("%s in Swedish: %s", row.document, got)
		}
		if got := inRequestWords(english, "nb"); got != row.nb {
			t.Errorf("%s in Norwegian: %s", row.document, got)
		}
		if got := inRequestWords(english, "en"); got != english {
			t.Errorf("%s in English: %s", row.document, got)
		}
	}
}

// A wrong variable is told with its name, as the sentences of its value are.
func TestAWrongVariableIsSaidInEachLanguage(t *testing.T) {
	schema := gqlparser.MustLoadSchema(&ast.Source{Input: partnernet.Schema})
	document := gqlparser.MustLoadQueryWithRules(schema, `query($id: ID!, $filter: ProjectFilter) { node(id: $id) { id } projects(filter: $filter) { totalCount } }`, nil)
	for _, row := range []struct {
		variables map[string]any
		sv        string
	}{
		{nil, "Variabeln $id: värdet saknas."},
		{map[string]any{"id": nil}, "Variabeln $id: värdet får inte vara null."},
		{map[string]any{"id": "x", "filter": map[string]any{"projectType": "HUGE"}}, `Variabeln $filter.projectType[0]: "HUGE" är inget av värdena i ProjectType. Värdena är: PRE_STUDY, SMALL_SCALE, MAIN, OTHER.`},
		{map[string]any{"id": "x", "filter": map[string]any{"colour": "red"}}, "Variabeln $filter.colour: det finns inget sådant fält."},
	} {
		_, err := validator.VariableValues(schema, document.Operations[0], row.variables)
		wrong, ok := errors.AsType[*gqlerror.Error](err)
		if !ok {
			t.Errorf("%v is taken", row.variables)
			continue
		}
		english := "Variable $" + wrong.Path[1:].String() + ": " + wrong.Message + "."
		if got := inRequestWords(withValues(schema, english), "sv"); got != row.sv {
			t.Errorf("%s: %s", english, got)
		}
	}
}

// Programs that show what is wrong beside the field it is about get it in the reader's language too.
func TestViolationsOfAWrongRequestAreSaidInEachLanguage(t *testing.T) {
	schema := gqlparser.MustLoadSchema(&ast.Source{Input: partnernet.Schema})
	choice := fault.New(fault.BadInput, `Variable $i.source: OneOf Input Object "SourceInput" must specify exactly one key.`).At("i")
	if got := violationsOf(choice, schema, "sv"); got[0].Message != `Variabeln $i.source: "SourceInput" anges med exakt ett av sina fält.` {
		t.Errorf("%+v", got)
	}
	wrong := fault.New(fault.BadInput, "The parameter variables must be an object.").At("variables")
	for language, want := range map[string]string{"sv": "Parametern variables ska vara ett objekt.", "nb": "Parameteren variables skal være et objekt.", "en": wrong.Text} {
		if got := violationsOf(wrong, schema, language); len(got) != 1 || got[0].Message != want || got[0].Field != "variables" {
			t.Errorf("%s: %+v", language, got)
		}
	}
}

// Each sentence stands in both languages, and says as much of the request as the English one does.
func TestSentencesOfRequestsAreWhole(t *testing.T) {
	for english, words := range registry.ReadPhrases(requestText) {
		if len(words) != len(registry.Languages)-1 {
			t.Errorf("%q has %d sentences", english, len(words))
		}
		for _, sentence := range words {
			gaps := strings.Count(sentence, "%s") + strings.Count(sentence, "]s")
			if dropped := strings.Contains(english, "Unexpected <EOF>"); gaps != strings.Count(english, "%s") && !dropped || sentence == english {
				t.Errorf("%q has %d gaps: %q", english, gaps, sentence)
			}
		}
	}
}
