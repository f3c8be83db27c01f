package decisions

// stacks gives the facts of labels that stand one below the other with as many values below them, a cell to a line: so a page's columns come from some
// files. It also gives the lines of such labels, which have no value beside them.
func (d *draftReader) stacks(lines [][]cell) (all []found, labels map[int]bool) {
	labels = map[int]bool{}
	for n := 0; n < len(lines); n++ {
		many := 0
		for n+many < len(lines) && isBareLabel(lines[n+many]) {
			many++
		}
		if many < 2 {
			continue
		}
		for i := range many {
			labels[n+i] = true
			if value := n + many + i; areValues(lines, n+many, many) && lines[n+i][0].label.Kind != "" {
				c := lines[value][0]
				all = append(all, d.field(lines[n+i][0], c.from, c.to)...)
			}
		}
		n += many - 1
	}
	return all, labels
}

// isBareLabel says whether a line has a label and nothing else.
func isBareLabel(row []cell) bool {
	return len(row) == 1 && row[0].label != nil && row[0].value == row[0].to && !row[0].colon
}

// areValues says whether so many lines from one on have one cell each that is no label.
func areValues(lines [][]cell, from, many int) bool {
	if from+many > len(lines) {
		return false
	}
	for _, row := range lines[from : from+many] {
		if len(row) != 1 || row[0].label != nil {
			return false
		}
	}
	return true
}
