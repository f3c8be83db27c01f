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

// withoutTheirs blanks the day and the number that the other side gave the case, beside or below the words that say so.
func (l *languageRules) withoutTheirs(text string) string {
	lines := l.cells(text)
	bytes := []byte(text)
	for n, row := range lines {
		for i, c := range row {
			if c.label == nil || !c.label.Theirs || c.value < c.to {
				continue // words that follow at once are passed over by their form
			}
			from, to := beside(text, lines, n, i)
			if under, there := belowHead(lines, n, c); there && !c.colon {
				from, to = under.from, under.to
			}
			if from < to && numbers.MatchString(text[from:to]) {
				copy(bytes[from:to], blankOf(text[from:to]))
			}
		}
	}
	return string(bytes)
}

// belowHead gives the cell of the next line that stands below another one, as below the head of a column.
func belowHead(lines [][]cell, n int, head cell) (cell, bool) {
	if n+1 >= len(lines) || len(lines[n]) < 2 {
		return cell{}, false
	}
	for _, c := range lines[n+1] {
		if c.label == nil && c.column >= head.column-columnShift && c.column <= head.column+columnShift {
			return c, true
		}
	}
	return cell{}, false
}

// indicators gives the rows of a table of indicators and their targets, which may have further columns.
func (d *draftReader) indicators(lines [][]cell) []found {
	var all []found
	for n, row := range lines {
		name, target := d.indicatorColumns(row)
		if name < 0 {
			continue
		}
		for _, below := range lines[n+1:] {
			if len(below) < 2 || len(row) > 1 && len(below) != len(row) {
				break
			}
			if target < 0 {
				target = len(below) - 1
			}
			f, ok := d.indicatorIn(below[name], below[target])
			if !ok && !strings.Contains(d.words(below[target]), "%") {
				break
			}
			if !ok {
				continue
			}
			all = append(all, f)
		}
	}
	return all
}

// indicatorColumns gives the columns of indicators and of targets by a table's head: -1 where there is none.
func (d *draftReader) indicatorColumns(row []cell) (name, target int) {
	column := func(is *regexp.Regexp) int {
		return slices.IndexFunc(row, func(c cell) bool { return is.MatchString(d.text[c.from:c.to]) })
	}
	name, target = column(indicator()), column(targets())
	if len(row) > 1 && (target < 0 || target == name) {
		return -1, -1
	}
	return name, target
}

// indicatorIn reads an indicator and its target from two cells of a row.
func (d *draftReader) indicatorIn(name, target cell) (found, bool) {
	if strings.Contains(d.words(target), "%") {
		return found{}, false // a share, and no number
	}
	words := indicatorCode().ReplaceAllString(d.text[name.from:name.to], "")
	many, ok := count(strings.Fields(d.text[target.from:target.to])[0])
	if !ok || !plainName.MatchString(words) {
		return found{}, false
	}
	return found{"indicator", map[string]string{"name": oneLine(words), "target": many}, name.from, target.to, indicatorRow}, true
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
