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
	printHead(&text, became.Columns, became.Notes, became.Sheet, became.Others, lang)
	tally := map[string]int{}
	byVerdict := map[string][]string{}
	for _, row := range became.Rows {
		if row.Repeats != 0 {
			tally[repeated]++
			continue
		}
		tally[row.Verdict]++
		if row.Verdict != string(lists.Same) || len(row.Problems) > 0 {
			byVerdict[row.Verdict] = append(byVerdict[row.Verdict], rowLine(row, lang))
		}
	}
	printVerdicts(&text, byVerdict, lang)
	text.WriteString("\n" + countSentence("told.tally", len(became.Rows), tally, lang) + "\n")
	_, err := text.WriteTo(w)
	return err
}

// repeated counts, beside the verdicts, what a row above tells: its verdict is counted there.
const repeated = "repeated"

// printHead tells what of a file was not read, and what is told once of many of its rows.
func printHead(text *bytes.Buffer, columns []lists.Column, notes []lists.Note, sheet string, others []string, lang string) {
	for _, line := range remarksOn(columns, lang).lines {
		text.WriteString(line + "\n")
	}
	for _, note := range notes {
		text.WriteString(remarkLine("", note.Remark(), lang) + "\n")
	}
	if len(others) > 0 {
		text.WriteString(lists.Say(lang, "told.sheets", lists.About{"sheet": sheet, "others": strings.Join(others, ", ")}) + "\n")
	}
}

// printVerdicts tells rows by their verdicts, those first that people must look at.
func printVerdicts(text *bytes.Buffer, lines map[string][]string, lang string) {
	for _, verdict := range lists.Verdicts {
		remarks{heading: strings.ToUpper(verdictLabel(lang, verdict)), lines: lines[string(verdict)]}.print(text)
	}
}

func verdictLabel(lang string, verdict lists.Verdict) string {
	return lists.Say(lang, "verdict."+string(verdict), nil)
}

// countSentence counts rows by their verdicts, in a sentence.
func countSentence(key string, rows int, tally map[string]int, lang string) string {
	var counts []string
	for _, verdict := range lists.Verdicts {
		counts = append(counts, strconv.Itoa(tally[string(verdict)])+" "+verdictLabel(lang, verdict))
	}
	if again := tally[repeated]; again > 0 {
		counts = append(counts, strconv.Itoa(again)+" "+verdictLabel(lang, repeated))
	}
	return lists.Say(lang, key, lists.About{"rows": strconv.Itoa(rows), "counts": strings.Join(counts, ", ")})
}

// remarksOn tells which columns of a list were not read, and why.
func remarksOn(columns []lists.Column, lang string) remarks {
	r := remarks{heading: lists.Say(lang, "told.columns", nil)}
	for _, column := range columns {
		says := "told.columnNotRead"
		if column.Field != "" {
			says = "told.columnRead"
		}
		if why := column.Note.In(lang); why != "" {
			r.add("%s", lists.Say(lang, says, lists.About{"column": column.Column, "heading": column.Heading, "why": why}))
		}
	}
	return r
}

// remarkLine says a remark about a row.
func remarkLine(row string, r lists.Remark, lang string) string {
	return strings.TrimSpace(strings.Join([]string{row, r.In(lang), r.ToDo(lang)}, " "))
}

// rowLine tells one row.
func rowLine(row commands.ImportedRow, lang string) string {
	key := "told.row"
	if row.Name == "" {
		key = "told.unnamedRow"
	}
	parts := []string{lists.Say(lang, key, lists.About{"row": strconv.Itoa(row.Row), "name": row.Name})}
	for _, value := range row.Values {
		parts = append(parts, lists.Say(lang, "field."+value.Field, nil)+" "+lists.ValueIn(lang, lists.Field(value.Field), value.Listed)+".")
	}
	for _, problem := range row.Problems {
		parts = append(parts, problem.Cell, problem.Sentence(lang), problem.Suggestion(lang))
	}
	return strings.Join(strings.Fields(strings.Join(parts, " ")), " ")
}
