package intake

import (
	"bytes"
	"cmp"
	_ "embed"
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"

	"partnernet/fault"
	"partnernet/ledger"
	"partnernet/lists"
	"partnernet/registry"
)

// vocabulary is the first vocabulary of themes: what the project itself knows of total defence and civil preparedness.
//
//go:embed vocabulary.csv
var vocabulary []byte

// ListedTheme is a theme as a list tells it.
type ListedTheme struct {
	Row     int // in the file, or its place among the themes of a YAML file
	Code    string
	Broader string // the code of the theme above it, "" for one at the top
	Swedish string `yaml:"labelSv"`
	Bokmål  string `yaml:"labelNb"`
	English string `yaml:"labelEn"`
}

// ReadThemes reads a list of themes: a table (CSV, XLSX) with a column code, or a YAML list with the names of the schema's fields.
func ReadThemes(file io.ReaderAt, size int64, name string) ([]ListedTheme, error) {
	if ext := filepath.Ext(name); ext == ".yaml" || ext == ".yml" {
		return readThemesYAML(io.NewSectionReader(file, 0, size))
	}
	list, err := lists.ReadThemes(file, size)
	if err != nil {
		return nil, err
	}
	var themes []ListedTheme
	for _, r := range list.Rows {
		if err := r.Refusal(); err != nil {
			return nil, inRow(r.Number, err)
		}
		themes = append(themes, ListedTheme{Row: r.Number, Code: r.Value(lists.FieldCode), Broader: r.Value(lists.FieldBroader),
			Swedish: r.Value(lists.FieldSwedish), Bokmål: r.Value(lists.FieldBokmål), English: r.Value(lists.FieldEnglish)})
	}
	return themes, nil
}

func readThemesYAML(file io.Reader) ([]ListedTheme, error) {
	var themes []ListedTheme
	if err := yaml.NewDecoder(file, yaml.Strict()).Decode(&themes); err != nil {
		return nil, fault.Wrap(fault.BadInput, err, "The list of themes cannot be read: %s", yaml.FormatError(err, false, false))
	}
	for i := range themes {
		themes[i].Row = i + 1
	}
	return themes, nil
}

// checkThemes refuses a list whose themes do not make a hierarchy together with those that are held.
func checkThemes(themes []ListedTheme, known *Known) error {
	broader, codes := map[string]string{}, map[string]bool{}
	for code, theme := range known.themes {
		broader[code], codes[code] = theme.broader, true
	}
	seen := map[string]int{}
	for _, t := range themes {
		names := strings.Join([]string{t.Swedish, t.Bokmål, t.English}, "\n")
		if err := cmp.Or(registry.CheckThemeCode(t.Code), registry.CheckThemeLabels(t.Swedish, t.Bokmål, t.English), registry.CheckImpersonal(names)); err != nil {
			return inRow(t.Row, err)
		}
		if first := seen[t.Code]; first != 0 {
			return fault.New(fault.BadInput, "Row %d: the code %s stands in row %d already.", t.Row, t.Code, first)
		}
		seen[t.Code], codes[t.Code] = t.Row, true
		if broader[t.Code] == "" {
			broader[t.Code] = t.Broader
		}
	}
	for _, t := range themes {
		if t.Broader != "" && !codes[t.Broader] {
			return fault.New(fault.BadInput, "Row %d: there is no theme %q for %s to stand below. Add it, or correct the code.", t.Row, t.Broader, t.Code)
		}
		if err := registry.CheckBroader(t.Code, above(t.Code, broader)); err != nil {
			return inRow(t.Row, err)
		}
	}
	return nil
}

// above gives the themes above one, of which each has at most one above it.
func above(code string, broader map[string]string) []string {
	var all []string
	for next := broader[code]; next != "" && !slices.Contains(all, next); next = broader[next] {
		all = append(all, next)
	}
	return all
}

func inRow(row int, err error) error {
	in := fault.Wrap(fault.CodeOf(err), err, "Row %d: %s", row, err)
	if broken, is := errors.AsType[*fault.Fault](err); is {
		in = in.At(broken.Field).Breaking(broken.Rule)
	}
	return in
}

// themesTelling gives a list of themes as one entry for the ledger. A theme that is held keeps its id, by its code.
func themesTelling(themes []ListedTheme, known *Known, document, source ledger.Record) (ledger.Telling, error) {
	if err := checkThemes(themes, known); err != nil {
		return ledger.Telling{}, err
	}
	t := ledger.Telling{Source: source.ID, Records: []ledger.Record{document, source}}
	for _, theme := range themes {
		t.Records = append(t.Records, theme.record(known))
	}
	return t, nil
}

func (t ListedTheme) record(known *Known) ledger.Record {
	locator := Rows{t.Row}.Locator()
	r := ledger.Record{Type: "Theme", ID: known.theme(t.Code), Values: map[string]any{"code": t.Code}, Links: map[string][]string{}, Locators: map[string]string{}}
	for field, label := range map[string]string{"labelSv": t.Swedish, "labelNb": t.Bokmål, "labelEn": t.English} {
		if label != "" {
			r.Values[field], r.Locators[field] = label, locator
		}
	}
	if t.Broader != "" {
		r.Links["broader"], r.Locators["broader"] = []string{known.theme(t.Broader)}, locator
	}
	return r
}

// ThemesTelling gives what a file tells of themes as one entry for the ledger.
func ThemesTelling(themes []ListedTheme, file SourceFile, known *Known) (ledger.Telling, error) {
	document, source := file.records("themes", "Teman", "", known)
	return themesTelling(themes, known, document, source)
}

// Vocabulary gives the vocabulary of themes that the project ships as one entry for the ledger.
func Vocabulary(known *Known) (ledger.Telling, error) {
	themes, err := ReadThemes(bytes.NewReader(vocabulary), int64(len(vocabulary)), "vocabulary.csv")
	if err != nil {
		return ledger.Telling{}, err
	}
	document := ledger.Record{Type: "Document", ID: ledger.DerivedID("partnernet vocabulary"),
		Values:  map[string]any{"title": "Teman för totalförsvar och civil beredskap", "reference": "Partnernet", "type": "DATASET", "language": "sv"},
		Unknown: map[string]registry.Reason{"publishedOn": registry.NotAsked}}
	source := ledger.Record{Type: "Source", ID: ledger.DerivedID("partnernet vocabulary source"), Links: map[string][]string{"document": {document.ID}}}
	return themesTelling(themes, known, document, source)
}

// themeKey is the key from which the id of a theme is derived that a list tells first.
func themeKey(code string) string { return "theme " + code }

// knownTheme is a theme that the registry holds.
type knownTheme struct {
	id, broader string   // broader is a code
	names       []string // in the order of registry.Languages
}

// name gives what the theme is called in a language, or else its code.
func (t knownTheme) name(language, code string) string {
	if at := slices.Index(registry.Languages, language); at >= 0 && at < len(t.names) {
		return cmp.Or(t.names[at], code)
	}
	return code
}

// theme gives the id of the theme of a code: the held one's, or the one that a list gives it.
func (k *Known) theme(code string) string {
	if known, ok := k.themes[code]; ok {
		return known.id
	}
	return ledger.DerivedID(themeKey(code))
}

// themeNamed gives the code of the one held theme that a text means: by its code, or by one of its names.
func (k *Known) themeNamed(text string) string {
	if _, ok := k.themes[text]; ok {
		return text
	}
	var codes []string
	for code, t := range k.themes {
		if slices.ContainsFunc(t.names, func(name string) bool { return registry.Fold(name) == registry.Fold(text) }) {
			codes = append(codes, code)
		}
	}
	return onlyID(codes)
}
