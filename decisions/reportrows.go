package decisions

// A table of what is to be delivered has a period in each row, and the day by which what is of it is due. What that is stands in the sentence above it.
var (
	reportRow = &rule{Name: "report-row"}
	dueHead   = vocabulary("dueHead")
)

// reportRows gives what is to be delivered by the rows of such tables.
func (d *draftReader) reportRows(lines [][]cell) []found {
	var all []found
	for n, row := range lines {
		if len(row) != 2 || !dueHead().MatchString(d.words(row[1])) {
			continue
		}
		types := d.reportsAbove(lines, n)
		for _, below := range lines[n+1:] {
			if len(below) != 2 || !isPeriod().MatchString(d.words(below[0])) || !isDay().MatchString(d.words(below[1])) {
				break
			}
			due, ok := day(d.words(below[1]))
			for _, kind := range types {
				if ok {
					all = append(all, found{"obligation", map[string]string{"type": kind, "dueOn": due}, below[0].from, below[1].to, reportRow})
				}
			}
		}
	}
	return all
}

// reportsAbove gives the types of what the line above a table says is to be delivered.
func (d *draftReader) reportsAbove(lines [][]cell, n int) []string {
	above := n - 1
	for above > 0 && len(lines[above]) == 0 {
		above--
	}
	if above < 0 || len(lines[above]) != 1 {
		return nil
	}
	words := d.sentence(lines[above][0].from, lines[above][0].to)
	var types []string
	for _, c := range d.language.Cues {
		if c.Kind == "obligation" && c.before != nil && c.Set["type"] != "REPORT" && c.before.MatchString(words) {
			types = append(types, c.Set["type"])
		}
	}
	return types
}
