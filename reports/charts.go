package reports

import (
	"strings"
	"time"
)

// facetBars draws how many records have each value of a field.
func (w *writing) facetBars(enumeration string, counts any) markdown {
	var bars []bar
	items, _ := counts.([]any)
	for _, item := range items {
		count := item.(object)
		label := w.label(enumeration, count["value"])
		if enumeration == "country" {
			label = w.country(count["value"])
		}
		bars = append(bars, bar{label: unescaped(label), value: int(wholeOf(count["count"]))})
	}
	return markdown(barsText(bars))
}

// themeBars draws a count of the cells of the needs map, for the themes that have no broader one. A count that is not known has no bar: it
// stands in the table.
func (w *writing) themeBars(field string, cells any) markdown {
	var bars []bar
	items, _ := cells.([]any)
	for _, item := range items {
		cell := item.(object)
		theme := child(cell, "theme")
		if theme == nil || theme["broader"] != nil || cell[field] == nil {
			continue
		}
		label := unescaped(w.text(theme["label"])) + ", " + unescaped(w.country(cell["country"]))
		bars = append(bars, bar{label: label, value: int(wholeOf(cell[field]))})
	}
	return markdown(barsText(bars))
}

// funnelBars draws how far needs have come.
func (w *writing) funnelBars(stage any) markdown {
	counts, _ := stage.(object)
	var bars []bar
	for _, step := range []string{"needs", "suggested", "introduced", "partnerships", "declined", "met"} {
		bars = append(bars, bar{label: unescaped(w.say("funnel." + step)), value: int(wholeOf(counts[step]))})
	}
	return markdown(barsText(bars))
}

// daysBars draws how many days are left until what is not done is due. What is overdue, or due on a day that is not known, has no bar.
func (w *writing) daysBars(asOf string, obligations any) markdown {
	today, err := time.Parse(time.DateOnly, asOf)
	if err != nil {
		return ""
	}
	var bars []bar
	items, _ := obligations.([]any)
	for _, item := range items {
		o := item.(object)
		due, _ := o["dueOn"].(string)
		day, err := time.Parse(time.DateOnly, due)
		if err != nil || day.Before(today) || o["status"] != "OPEN" {
			continue
		}
		label := unescaped(w.label("ObligationType", o["type"])) + ", " + unescaped(w.name(o["project"]))
		bars = append(bars, bar{label: label, value: int(day.Sub(today).Hours() / 24)})
	}
	return markdown(barsText(bars))
}

// unmet gives the cells of the needs map with needs that no offer meets, theme by theme below the broadest.
func unmet(cells any) []any {
	var found []any
	items, _ := cells.([]any)
	for _, item := range items {
		cell := item.(object)
		if cell["unmet"] != nil && wholeOf(cell["unmet"]) > 0 {
			found = append(found, cell)
		}
	}
	return found
}

// onlyInOne gives what only the one or the other of two networks has.
func onlyInOne(gap any) []any {
	var found []any
	rows, _ := gap.([]any)
	for _, row := range rows {
		if row.(object)["onlyIn"] != nil {
			found = append(found, row)
		}
	}
	return found
}

// unescaped gives the text that Markdown shows: in a block of code nothing is escaped.
func unescaped(text markdown) string { return strings.ReplaceAll(string(text), `\`, "") }
