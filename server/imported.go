package main

import (
	"bytes"
	"io"
	"strconv"
	"strings"

	"partnernet/commands"
	"partnernet/intake"
	"partnernet/lists"
)

// printImported tells people in a language what became of a list: first what was not read, then the rows, those first that they must look at.
func printImported(w io.Writer, became commands.Imported, lang string) error {
	var text bytes.Buffer
	say := func(key string, about lists.About) { text.WriteString(lists.Say(lang, key, about) + "\n") }
	for _, line := range remarksOn(became.Columns, lang).lines {
		text.WriteString(line + "\n")
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

// remarksOn tells which columns of a list were not read, and why.
func remarksOn(columns []lists.Column, lang string) remarks {
	r := remarks{heading: lists.Say(lang, "told.columns", nil)}
	for _, column := range columns {
		if why := column.Note.In(lang); why != "" {
			r.add("%s", lists.Say(lang, "told.columnNotRead", lists.About{"column": column.Column, "heading": column.Heading, "why": why}))
		}
	}
	return r
}

// toldOfNeeds tells in a language what becomes of the needs of a survey.
func toldOfNeeds(needs []intake.JudgedNeed, lang string) (summary string, _ []remarks) {
	count := map[intake.NeedVerdict]int{}
	refused, doubted := remarks{heading: lists.Say(lang, "told.needsRefused", nil)}, remarks{heading: lists.Say(lang, "told.needsDoubted", nil)}
	for _, n := range needs {
		count[n.Verdict]++
		row := lists.Say(lang, "told.unnamedRow", lists.About{"row": strconv.Itoa(n.Row)})
		if n.Statement != "" {
			row = lists.Say(lang, "told.need", lists.About{"row": strconv.Itoa(n.Row), "statement": strconv.Quote(n.Statement)})
		}
		if n.Verdict == intake.NeedRefused {
			refused.add("%s", told(row, n.Refusal, lang))
			continue
		}
		for _, doubt := range n.Doubts {
			doubted.add("%s", told(row, doubt, lang))
		}
	}
	return lists.Say(lang, "told.needs", lists.About{"all": strconv.Itoa(len(needs)), "new": strconv.Itoa(count[intake.NeedNew]),
		"held": strconv.Itoa(count[intake.NeedHeld]), "refused": strconv.Itoa(count[intake.NeedRefused])}), []remarks{refused, doubted}
}

// told says a remark about a row.
func told(row string, r lists.Remark, lang string) string {
	return strings.TrimSpace(strings.Join([]string{row, r.In(lang), r.ToDo(lang)}, " "))
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
