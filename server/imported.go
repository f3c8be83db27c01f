package main

import (
	"bytes"
	"io"
	"strconv"
	"strings"

	"partnernet/commands"
	"partnernet/lists"
)

// printImported tells people in a language what became of a list: first what was not read, then the rows, those first that they must look at.
func printImported(w io.Writer, became commands.Imported, lang string) error {
	var text bytes.Buffer
	say := func(key string, about lists.About) { text.WriteString(lists.Say(lang, key, about) + "\n") }
	for _, column := range became.Columns {
		if why := column.Why.In(lang); why != "" {
			say("told.columnNotRead", lists.About{"column": column.Column, "heading": column.Heading, "why": why})
		}
	}
	if len(became.Others) > 0 {
		say("told.sheets", lists.About{"sheet": became.Sheet, "others": strings.Join(became.Others, ", ")})
	}
	var counts []string
	for _, verdict := range lists.Verdicts {
		word := lists.Say(lang, "verdict."+string(verdict), nil)
		rows := remarks{heading: strings.ToUpper(word)}
		for _, row := range became.Rows {
			if row.Verdict == string(verdict) && (verdict != lists.Same || len(row.Problems) > 0) {
				rows.add("%s", lineOf(row, lang))
			}
		}
		rows.print(&text)
		counts = append(counts, strconv.Itoa(became.Count(verdict))+" "+word)
	}
	text.WriteString("\n")
	say("told.tally", lists.About{"rows": strconv.Itoa(len(became.Rows)), "counts": strings.Join(counts, ", ")})
	_, err := text.WriteTo(w)
	return err
}

// lineOf tells one row.
func lineOf(row commands.ImportedRow, lang string) string {
	key := "told.row"
	if row.Name == "" {
		key = "told.unnamedRow"
	}
	parts := []string{lists.Say(lang, key, lists.About{"row": strconv.Itoa(row.Row), "name": row.Name})}
	for _, value := range row.Values {
		parts = append(parts, lists.Say(lang, "field."+value.Field, nil)+" "+value.Told+".")
	}
	for _, problem := range row.Problems {
		parts = append(parts, problem.Cell, problem.Sentence(lang), problem.Suggestion(lang))
	}
	return strings.Join(strings.Fields(strings.Join(parts, " ")), " ")
}
