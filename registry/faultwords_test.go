package registry

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"partnernet/fault"
)

// inEnglishOnly is how many faults of a package have no words here. Those of transport speak of GraphQL's own rules, and are said where the
// sentences of those rules are: in graph/requests.yaml. No other package has any, and none may get any.
var inEnglishOnly = map[string]int{"transport": 4}

// Every fault is said in every language, and no sentence stands in the table that no fault says.
func TestEveryFaultHasItsSentenceInEachLanguage(t *testing.T) {
	said, missing := map[string]bool{}, map[string][]string{}
	for pack, formats := range faultFormats(t) {
		for _, format := range formats {
			said[format] = true
			if worded := regexp.MustCompile(`[a-z]{2}`).MatchString(format); worded && faultWords[format] == nil {
				missing[pack] = append(missing[pack], format)
			}
		}
	}
	for pack, formats := range missing {
		if len(formats) != inEnglishOnly[pack] {
			t.Errorf("%s has %d faults in English only, and not %d:\n%s", pack, len(formats), inEnglishOnly[pack], strings.Join(formats, "\n"))
		}
	}
	for pack, most := range inEnglishOnly {
		if len(missing[pack]) == 0 {
			t.Errorf("%s has words for all its faults, and not for all but %d", pack, most)
		}
	}
	for format, words := range faultWords {
		if !said[format] {
			t.Errorf("no fault says %q", format)
		}
		checkSentences(t, format, words)
	}
}

var verb = regexp.MustCompile(`%(\[\d+\])?[.\d]*[a-z%]`)

// checkSentences asks that a sentence stands in each language but English, with the same gaps.
func checkSentences(t *testing.T, format string, words []string) {
	t.Helper()
	if len(words) != len(Languages)-1 {
		t.Errorf("%q has words in %d other languages", format, len(words))
	}
	for i, sentence := range words {
		if want, got := verb.FindAllString(format, -1), verb.FindAllString(sentence, -1); !slices.Equal(got, want) {
			t.Errorf("%q in %s has the gaps %q, not %q", sentence, Languages[i], got, want)
		}
		if sentence == format || strings.TrimSpace(sentence) != sentence {
			t.Errorf("%q in %s is %q", format, Languages[i], sentence)
		}
	}
}

// faultFormats gives what the faults of each package say, as it is written in the code: the texts of calls of fault.New and fault.Wrap, and
// texts with gaps or whole sentences that such calls are given.
func faultFormats(t *testing.T) map[string][]string {
	t.Helper()
	all := map[string][]string{}
	eachFile(t, func(pack string, file *ast.File) {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				all[pack] = append(all[pack], formatsOf(n)...)
			case *ast.CompositeLit:
				all[pack] = append(all[pack], partsOf(n)...)
			}
			return true
		})
	})
	if len(all) == 0 {
		t.Fatal("no package makes faults")
	}
	return all
}

// eachFile goes through the code of all packages.
func eachFile(t *testing.T, look func(pack string, file *ast.File)) {
	t.Helper()
	root := os.DirFS("..")
	err := fs.WalkDir(root, ".", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || strings.HasPrefix(path, "tools/") {
			return err
		}
		text, err := fs.ReadFile(root, path)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, text, 0)
		if err == nil {
			look(filepath.ToSlash(filepath.Dir(path)), file)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// formatsOf gives what a call says that makes a fault.
func formatsOf(call *ast.CallExpr) []string {
	at := -1
	switch f := call.Fun.(type) {
	case *ast.SelectorExpr:
		if x, ok := f.X.(*ast.Ident); ok && x.Name == "fault" {
			at = map[string]int{"New": 1, "Wrap": 2}[f.Sel.Name]
		}
	case *ast.Ident:
		if f.Name == "badForm" {
			at = 0
		}
	}
	if at < 0 || at == 0 && len(call.Args) != 1 || at >= len(call.Args) {
		return nil
	}
	return texts(call.Args[at])
}

// partsOf gives the sentences of a literal from which a fault is made: what a limit says, and what identifies a record.
func partsOf(literal *ast.CompositeLit) []string {
	name, ok := literal.Type.(*ast.Ident)
	if ok && name.Name == "excess" && len(literal.Elts) == 5 {
		return []string{strings.Join(append(texts(literal.Elts[3]), texts(literal.Elts[4])...), " ")}
	}
	if list, isMap := literal.Type.(*ast.MapType); isMap {
		if value, named := list.Value.(*ast.Ident); named && value.Name == "identified" {
			var all []string
			for _, each := range literal.Elts {
				all = append(all, texts(each.(*ast.KeyValueExpr).Value.(*ast.CompositeLit).Elts[2])...)
			}
			return all
		}
	}
	return nil
}

func texts(e ast.Expr) []string {
	literal, ok := e.(*ast.BasicLit)
	if !ok {
		return nil
	}
	text, err := strconv.Unquote(literal.Value)
	if err != nil {
		return nil
	}
	return []string{text}
}

// What one fault says of another is said in the same language.
func TestAFaultWithinAFaultIsSaidInItsLanguage(t *testing.T) {
	number := fault.New(fault.BadInput, "A PIC has 9 digits. Correct it, or leave it out.")
	given := fault.Wrap(fault.BadInput, number, "%s", "A PIC has 9 digits. Correct it, or leave it out.")
	for _, row := range []struct {
		err            error
		language, want string
	}{
		{fault.Within("input.pic", number), "sv", "input.pic: En PIC har 9 siffror. Rätta den, eller utelämna den."},
		{fault.Within("input.pic", number), "nb", "input.pic: En PIC har 9 sifre. Rett den, eller utelat den."},
		{fault.Within("input.pic", number), "en", "input.pic: A PIC has 9 digits. Correct it, or leave it out."},
		{given, "sv", "En PIC har 9 siffror. Rätta den, eller utelämna den."},
		{CheckAidRate(decimal.NewFromInt(35)), "sv", "En stödandel är en andel från 0 till 1. Skriv 35 % som 0.35."},
	} {
		if got := Sentence(row.err, row.language); got != row.want {
			t.Errorf("in %s: %q, want %q", row.language, got, row.want)
		}
	}
}
