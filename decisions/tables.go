package decisions

import (
	"maps"
	"regexp"
	"slices"
	"strings"
)

var (
	oldColumn = vocabulary("oldColumn")
	newColumn = vocabulary("newColumn")
	indicator = vocabulary("indicator")
	partyHead = vocabulary("partyHead")
	targets   = vocabulary("targets")

	indicatorCode = vocabulary("indicatorCode")

	plainName = regexp.MustCompile(`^\p{Lu}[^:;]{5,120}$`)
)

// withoutOldColumns blanks the column of a table that says what an earlier decision said, where one beside it says what is so now.
func (l *languageRules) withoutOldColumns(text string) string {
	lines := l.cells(text)
	bytes := []byte(text)
	for n, row := range lines {
		at := slices.IndexFunc(row, func(c cell) bool { return oldColumn().MatchString(text[c.from:c.to]) })
		if at < 0 || at+1 >= len(row) || !newColumn().MatchString(text[row[at+1].from:row[at+1].to]) {
			continue
		}
		for _, below := range lines[n+1:] {
			if len(below) == 0 {
				break
			}
			for _, c := range below[1:] {
				if c.column >= row[at].column-3 && c.column < row[at+1].column-3 {
					copy(bytes[c.from:c.to], blankOf(text[c.from:c.to]))
				}
			}
		}
	}
	return string(bytes)
}

// indicators gives the rows of a table of indicators and their targets.
func (d *draftReader) indicators(lines [][]cell) []found {
	var all []found
	for n, row := range lines {
		if len(row) == 0 || len(row) > 2 || !indicator().MatchString(d.text[row[0].from:row[0].to]) || len(row) == 2 && !targets().MatchString(d.text[row[1].from:row[1].to]) {
			continue
		}
		for _, below := range lines[n+1:] {
			if len(below) != 2 {
				break
			}
			name := indicatorCode().ReplaceAllString(d.text[below[0].from:below[0].to], "")
			target, ok := count(strings.Fields(d.text[below[1].from:below[1].to])[0])
			if !ok || !plainName.MatchString(name) {
				break
			}
			all = append(all, found{"indicator", map[string]string{"name": oneLine(name), "target": target}, below[0].from, below[1].to, indicatorRow})
		}
	}
	return all
}

// partnersOf gives the names in the column of the parties of a table, by its head.
func (d *draftReader) partnersOf(l *label, lines [][]cell, head int) []found {
	var all []found
	column := d.partyColumn(lines[head])
	for _, below := range lines[head+1:] {
		if len(below) != len(lines[head]) {
			break
		}
		c := below[column]
		if name, ok := d.nameInCell(oneLine(d.text[c.from:c.to])); ok {
			values := map[string]string{"value": name}
			maps.Copy(values, l.Set)
			all = append(all, found{l.Kind, values, c.from, c.to, l.rule})
		}
	}
	return all
}

// partyColumn gives the column of a table's head that says that it has the parties; -1 where none does.
func (d *draftReader) partyColumn(row []cell) int {
	return slices.IndexFunc(row, func(c cell) bool { return partyHead().MatchString(d.text[c.from:c.to]) })
}

// tableHead gives the line below a label that heads the columns of a table; 0 where there is none.
func (d *draftReader) tableHead(lines [][]cell, n int) int {
	for at := n + 1; at < min(n+3, len(lines)); at++ {
		if row := lines[at]; len(row) > 1 && d.partyColumn(row) >= 0 {
			return at
		}
	}
	return 0
}

var indicatorRow = &rule{Name: "indicator-row"}
