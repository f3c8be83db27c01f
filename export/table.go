package export

import (
	"context"
	"io"
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	_ "embed" // the words
	"encoding/json"

	"github.com/shopspring/decimal"

	"partnernet/registry"
)

//go:embed words.yaml
var wordText []byte

// words are texts of exports that the registry has not for what they speak of.
var words = registry.ReadPhrases(wordText)

// table is a list, as rows of cells.
type table struct {
	kind      Kind
	query     string                      // the operation that gives its records
	narrowed  func(network string) object // the filter that keeps it to a network
	ofNetwork bool
	rows      func(record object) []object // of one record; nil where each is one row
	columns   []column
}

// column is a column of a list.
type column struct {
	heading string // a key of words, or the name of a field or type that has a label
	tells   func(row object, language string) cell
}

// cell is what stands in a row of a column: a text, a day, a decimal.Decimal, or nil for what is not known.
type cell any

// day is a day of the calendar, as 2024-05-31.
type day string

// tables are all lists.
var tables = []table{organisations, members, partnerships, projects, needs, offers, obligations}

// ofTables gives the exports that are lists.
func ofTables() []Offer {
	var all []Offer
	for _, t := range tables {
		all = append(all,
			Offer{Kind: t.kind, Format: "csv", MediaType: "text/csv; charset=utf-8", OfNetwork: t.ofNetwork, write: func(ctx context.Context, s source, w io.Writer) error { return writeCSV(ctx, t, s, w) }},
			Offer{Kind: t.kind, Format: "xlsx", MediaType: workbookType, OfNetwork: t.ofNetwork, write: func(ctx context.Context, s source, w io.Writer) error { return writeWorkbook(ctx, t, s, w) }})
	}
	return all
}

// headings gives what stands above the columns in a language.
func (t table) headings(language string) []string {
	all := make([]string, len(t.columns))
	for i, c := range t.columns {
		all[i] = heading(language, c.heading)
	}
	return all
}

func heading(language, key string) string {
	text := words.In(language, key)
	if text == "" {
		var known bool
		if text, known = registry.FieldLabel(language, key); !known {
			text, _ = registry.TypeLabel(language, key)
		}
	}
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}

// read gives the rows of a list.
func (t table) read(ctx context.Context, s source) iter.Seq2[[]cell, error] {
	return func(yield func([]cell, error) bool) {
		for record, err := range s.records(ctx, t.query, t.narrowed(s.request.Network)) {
			if err != nil {
				yield(nil, err)
				return
			}
			rows := []object{record}
			if t.rows != nil {
				rows = t.rows(record)
			}
			for _, row := range rows {
				if !yield(t.cells(row, s.request.Language), nil) {
					return
				}
			}
		}
	}
}

func (t table) cells(row object, language string) []cell {
	all := make([]cell, len(t.columns))
	for i, c := range t.columns {
		all[i] = c.tells(row, language)
	}
	return all
}

// text is a column of texts. It is empty where nothing is known.
func text(heading string, path ...string) column {
	return column{heading, func(row object, _ string) cell { return known(textAt(row, path...)) }}
}

// known gives a text as a cell: nil where there is none.
func known(text string) cell {
	if text == "" {
		return nil
	}
	return text
}

// days is a column of days.
func days(heading string, path ...string) column {
	return column{heading, func(row object, _ string) cell {
		return dayOf(textAt(row, path...))
	}}
}

// dayOf gives a day as a cell: nil where there is none.
func dayOf(text string) cell {
	if text == "" {
		return nil
	}
	return day(text)
}

// worded is a column of what people call the values of an enumeration.
func worded(heading, enumeration string, path ...string) column {
	return column{heading, func(row object, language string) cell {
		return known(word(language, enumeration, textAt(row, path...)))
	}}
}

func word(language, enumeration, value string) string {
	if value == "" {
		return ""
	}
	label, _ := registry.ValueLabel(language, enumeration, value)
	return label
}

// truths is a column of what is so, is not so, or is not known.
func truths(heading string, path ...string) column {
	return column{heading, func(row object, language string) cell {
		switch at(row, path...) {
		case true:
			return words.In(language, "yes")
		case false:
			return words.In(language, "no")
		}
		return nil
	}}
}

// numbers is a column of exact numbers.
func numbers(heading string, path ...string) column {
	return column{heading, func(row object, _ string) cell {
		text := textAt(row, path...)
		if number, is := at(row, path...).(json.Number); is {
			text = number.String()
		}
		if number, err := decimal.NewFromString(text); err == nil {
			return number
		}
		return nil
	}}
}

// money are two columns: of amounts, and of their currencies.
func money(heading string, path ...string) []column {
	return []column{
		numbers(heading, append(slices.Clone(path), "amount")...),
		text(heading+".currency", append(slices.Clone(path), "currency")...),
	}
}

// each is a column of what is told of the parts of a record, between semicolons.
func each(heading string, tell func(part object, language string) string, path ...string) column {
	return column{heading, func(row object, language string) cell {
		var all []string
		for _, part := range listAt(row, path...) {
			if told := tell(part, language); told != "" {
				all = append(all, told)
			}
		}
		return known(strings.Join(all, "; "))
	}}
}

// texts is a column of lists of texts.
func texts(heading string, path ...string) column {
	return column{heading, func(row object, _ string) cell {
		list, _ := at(row, path...).([]any)
		var all []string
		for _, value := range list {
			if text, is := value.(string); is {
				all = append(all, text)
			}
		}
		return known(strings.Join(all, ", "))
	}}
}

// origins are the columns that end each list: what is not known and why, what it rests on, and the id by which the API finds the record.
func origins() []column {
	return []column{
		each("unknown", func(part object, language string) string {
			label, _ := registry.FieldLabel(language, textAt(part, "field"))
			return label + ": " + word(language, "UnknownReason", textAt(part, "reason"))
		}, "unknown"),
		each("Source", func(part object, _ string) string { return textAt(part, "title") }, "sources"),
		text("id", "id"),
	}
}
