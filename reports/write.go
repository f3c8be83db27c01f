package reports

import (
	"embed"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"text/template"
	"unicode"

	"partnernet/fault"
	"partnernet/registry"
)

// templates are the reports' own Markdown; layout.md is around each.
//
//go:embed templates/*.md
var templates embed.FS

// markdown is text that is Markdown already: what is not is escaped before it comes into a report.
type markdown string

// source is what a report cites. The same source is cited by the same number throughout.
type source struct{ title, reference, url string }

// writing is the writing of one report.
type writing struct {
	words
	cited []source // in the order of their numbers, which begin at 1
}

// write writes a report.
func write(in words, title string, request Request, facts object) (string, error) {
	w := &writing{words: in}
	t, err := template.New("layout.md").Funcs(w.functions()).Option("missingkey=error").
		ParseFS(templates, "templates/layout.md", "templates/metrics.md", "templates/obligations.md", "templates/"+string(request.Kind)+".md")
	if err != nil {
		return "", fault.Wrap(fault.Internal, err, "The report could not be written. It has been logged.")
	}
	var text strings.Builder
	if err := t.Execute(&text, object{"title": title, "network": facts["of"], "asOf": request.AsOf, "facts": facts}); err != nil {
		return "", fault.Wrap(fault.Internal, err, "The report could not be written. It has been logged.")
	}
	return strings.TrimSpace(emptyLines.ReplaceAllString(text.String(), "\n\n")) + "\n", nil
}

var emptyLines = regexp.MustCompile(`\n(?:[ \t]*\n)+`)

// functions are what templates call. Whatever of an answer comes into a report comes through one of them.
func (w *writing) functions() template.FuncMap {
	return template.FuncMap{
		"say":        w.say,
		"text":       w.text,
		"number":     w.number,
		"percent":    w.percent,
		"money":      w.money,
		"label":      w.label,
		"typeLabel":  w.typeLabel,
		"country":    w.country,
		"name":       w.name,
		"truth":      w.truth,
		"unknowns":   w.unknowns,
		"fieldName":  w.fieldName,
		"whyUnknown": w.whyUnknown,
		"fieldLabel": w.fieldLabel,
		"shown":      w.shown,
		"cite":       w.cite,
		"sources":    func() []markdown { return w.sources() },
		"facetBars":  w.facetBars,
		"themeBars":  w.themeBars,
		"funnelBars": w.funnelBars,
		"daysBars":   w.daysBars,
		"unmet":      unmet,
		"theme":      w.theme,
		"nextSteps":  w.nextSteps,
		"strangers":  strangers,
		"onlyInOne":  onlyInOne,
		"gapValue":   w.gapValue,
		"inc":        func(i int) int { return i + 1 },
		"has":        func(list any) bool { items, _ := list.([]any); return len(items) > 0 },
	}
}

// text gives a text of an answer.
func (w *writing) text(value any) markdown {
	text, ok := value.(string)
	if !ok || text == "" {
		return w.unknown()
	}
	return escape(text)
}

// special are the signs that Markdown would read something into, anywhere in a line.
var special = regexp.MustCompile("[\\\\`*_{}\\[\\]<>|&~]")

// opening is what Markdown would read something into at the beginning of a line: a heading, an item of a list, a rule.
var opening = regexp.MustCompile(`^(?:[#+=-]|\d+[.)])`)

// escape gives a text as Markdown that shows just that text, in one line.
func escape(text string) markdown {
	line := special.ReplaceAllString(strings.Join(strings.Fields(text), " "), `\$0`)
	if begin := opening.FindString(line); begin != "" && len(line) > len(begin) && line[len(begin)] == ' ' {
		line = begin[:len(begin)-1] + `\` + line[len(begin)-1:]
	}
	return markdown(line)
}

// name gives what a record is called, with its country where that was asked for and is known.
func (w *writing) name(value any) markdown {
	record, _ := value.(object)
	for _, key := range []string{"legalName", "acronym", "name", "title", "statement", "caseNumber", "displayName"} {
		if text, ok := record[key].(string); ok {
			name := escape(text)
			if code, ok := record["country"].(string); ok {
				name += " (" + escape(code) + ")"
			}
			return name
		}
	}
	if kind, ok := record["__typename"].(string); ok {
		return w.typeLabel(kind)
	}
	return w.unknown()
}

// theme gives the label of a theme. What has none is about no theme that is known.
func (w *writing) theme(value any) markdown {
	theme, _ := value.(object)
	return w.text(theme["label"])
}

// gapValue gives what two networks are compared by: kinds, sizes, sections of NACE and themes by their names.
func (w *writing) gapValue(dimension, value any, themes []any) markdown {
	switch dimension {
	case "MEMBER_TYPE":
		return w.label("SectorType", value)
	case "SIZE_CLASS":
		return w.label("SizeClass", value)
	case "SECTOR":
		return w.label("section", value)
	case "THEME_OFFERED":
		for _, theme := range themes {
			if theme.(object)["code"] == value {
				return w.theme(theme)
			}
		}
	}
	return w.text(value)
}

// unknowns lists the fields that are not known of a record, each with the reason.
func (w *writing) unknowns(list any) markdown {
	items, _ := list.([]any)
	parts := make([]string, 0, len(items))
	for _, item := range items {
		field := item.(object)
		parts = append(parts, fmt.Sprintf("%s (%s)", w.fieldLabel(field["field"]), w.label("UnknownReason", field["reason"])))
	}
	return markdown(strings.Join(parts, ", "))
}

// whyUnknown gives the reason why a field is not known, in brackets; nothing when it is known or no reason is.
func (w *writing) whyUnknown(list any, field string) markdown {
	items, _ := list.([]any)
	for _, item := range items {
		if unknown := item.(object); unknown["field"] == field {
			return " (" + w.label("UnknownReason", unknown["reason"]) + ")"
		}
	}
	return ""
}

// fieldLabel gives what a field is called within a sentence.
func (w *writing) fieldLabel(field any) markdown {
	name, _ := field.(string)
	label, _ := registry.FieldLabel(w.language, name)
	return escape(label)
}

// fieldName gives what a field is called, as a heading.
func (w *writing) fieldName(field string) markdown {
	name := []rune(string(w.fieldLabel(field)))
	return markdown(unicode.ToUpper(name[0])) + markdown(name[1:])
}

// shown says how many of a list's records the report shows, when it does not show all; a sentence may follow.
func (w *writing) shown(connection any) markdown {
	list, _ := connection.(object)
	items, _ := list["nodes"].([]any)
	if total := wholeOf(list["totalCount"]); int(total) > len(items) {
		return w.say("shown", len(items), total) + " "
	}
	return ""
}

// cite gives the numbers of the sources of what was just told.
func (w *writing) cite(lists ...any) markdown {
	var numbers []int
	for _, list := range lists {
		items, _ := list.([]any)
		for _, item := range items {
			numbers = append(numbers, w.numberOf(item.(object)))
		}
	}
	slices.Sort(numbers)
	numbers = slices.Compact(numbers)
	if len(numbers) == 0 {
		return ""
	}
	return markdown(strings.ReplaceAll(fmt.Sprint(numbers), " ", ", "))
}

func (w *writing) numberOf(row object) int {
	s := source{}
	s.title, _ = row["title"].(string)
	s.reference, _ = row["reference"].(string)
	s.url, _ = row["url"].(string)
	if at := slices.Index(w.cited, s); at >= 0 {
		return at + 1
	}
	w.cited = append(w.cited, s)
	return len(w.cited)
}

// sources lists what was cited.
func (w *writing) sources() []markdown {
	lines := make([]markdown, len(w.cited))
	for i, s := range w.cited {
		line := w.text(s.title)
		for _, more := range []string{s.reference, s.url} {
			if more != "" {
				line += ", " + escape(more)
			}
		}
		lines[i] = line
	}
	return lines
}
