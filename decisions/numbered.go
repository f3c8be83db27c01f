package decisions

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"partnernet/registry"
)

// numberLabel finds an organisation's number with words that say that it is one.
var numberLabel = vocabulary("numberLabel")

// numberAlone finds one that stands alone on its line, as below an address.
var numberAlone = vocabulary("numberAlone")

// addressLines are the first lines of a letter, which say whom it is to.
const addressLines = 25

// footNumber is how many bytes stand at most from a number on that is the last thing in a letter, and its sender's.
const footNumber = 40

// longestLine is how many bytes a line has at most: a longer one is a text that has lost its lines.
const longestLine = 240

// contact finds what a letter says of its sender at the head or foot of a page.
var contact = vocabulary("contact")

// named are the kinds of fact that name organisations.
var named = []string{"recipient", "applicant", "partner", "madeBy", "copiedTo"}

// numbered gives the organisations whose number stands apart from their name, in the same part of the text: under an address, or at the foot of a page
// with how the sender is reached.
func (d *draftReader) numbered(all []found) []found {
	var more []found
	places := numberLabel().FindAllStringSubmatchIndex(d.text, -1)
	for _, at := range numberAlone().FindAllStringSubmatchIndex(firstLines(d.text, addressLines), -1) {
		places = append(places, []int{at[2], at[2], 0, 0, at[2], at[3]})
	}
	places = append(places, d.numbersInColumns()...)
	for _, at := range places {
		from, to := at[4], at[5]
		value, ok := number(d.text[from:to])
		known := slices.ContainsFunc(all, func(f found) bool { return f.kind == "organisation" && f.values["number"] == value })
		if !ok || known || !whole(d.text, from, to) {
			continue
		}
		if name := d.ownerOf(all, at[0], from); name != "" {
			more = append(more, found{"organisation", map[string]string{"name": name, "number": value}, at[0], to, &rule{Name: "number-apart", Rank: 1}})
		}
	}
	return more
}

// numbersInColumns gives the numbers that stand below words that head a column of them, as at the foot of a page: as places of a label and its number.
func (d *draftReader) numbersInColumns() [][]int {
	var all [][]int
	lines := d.language.cells(d.text)
	for n, row := range lines {
		for _, c := range row {
			if !numberHead().MatchString(d.words(c)) {
				continue
			}
			if under, there := belowHead(lines, n, c); there && numberOnly().MatchString(d.words(under)) {
				all = append(all, []int{c.from, under.to, 0, 0, under.from, under.to})
			}
		}
	}
	return all
}

// numberHead matches what heads a column of organisations' numbers.
var numberHead = vocabulary("numberHead")

// ownerOf gives the organisation that a number belongs to: the one that is named last before it in the same part of the text, or the sender.
func (d *draftReader) ownerOf(all []found, label, number int) string {
	begin := strings.LastIndex(d.text[:label], "\n\n") + 1
	end := len(d.text)
	if next := strings.Index(d.text[number:], "\n\n"); next >= 0 {
		end = number + next
	}
	if within := d.lastNamed(all, label, number); within != "" {
		return within
	}
	if above := d.namedAbove(all, begin, label); above != "" {
		return above
	}
	line := d.text[strings.LastIndexByte(d.text[:label], '\n')+1 : label]
	sender := ""
	if at := slices.IndexFunc(all, func(f found) bool { return f.kind == "madeBy" }); at >= 0 {
		sender = all[at].values["value"]
	}
	rest, _, _ := strings.Cut(d.text[label:], "\n")
	lost := len(line)+len(rest) >= longestLine
	if sender != "" && !lost && strings.HasPrefix(registry.Fold(line), registry.Fold(sender)) {
		return sender // with its address, at the foot
	}
	if lost {
		return d.namedRightBefore(all, begin, label)
	}
	if running := strings.TrimRight(line, " (,;:–-"); strings.HasSuffix(line, "(") || running != "" && !strings.HasSuffix(line, "  ") && !strings.ContainsAny(running[len(running)-1:], ".|") {
		within := d.lastNamed(all, label-len(line), label)
		if isFoot := label >= len(firstLines(d.text, addressLines)) && contact().MatchString(line); isFoot && (within == "" || within == sender) {
			return sender
		}
		return d.namedRightBefore(all, begin, label)
	}
	if name := d.lastNamed(all, begin, label); name != "" {
		return name
	}
	if first := d.addressedAbove(all, begin, label); first != "" {
		return first
	}
	alone := strings.TrimSpace(d.text[begin:label]) == "" && len(strings.TrimSpace(d.text[number:])) < footNumber
	if alone || contact().MatchString(d.text[begin:end]) {
		return sender
	}
	return ""
}

// addressedAbove gives whom a letter is addressed to, where a number stands alone below that address.
func (d *draftReader) addressedAbove(all []found, begin, label int) string {
	head := firstLines(d.text, addressLines)
	if label >= len(head) || strings.TrimSpace(d.text[begin:label]) != "" {
		return ""
	}
	above := strings.TrimRight(d.text[:begin], " \n")
	lines := strings.Split(above[strings.LastIndex(above, "\n\n")+1:], "\n")
	if len(lines) < 2 || !postcode().MatchString(strings.TrimSpace(lines[len(lines)-1])) {
		return ""
	}
	from := strings.LastIndex(above, "\n\n") + 1
	return d.lastNamed(all, from, len(above))
}

// namedAbove gives the organisation that is named last above a number in the number's column, where the lines of that part have columns.
func (d *draftReader) namedAbove(all []found, begin, label int) string {
	line := d.text[strings.LastIndexByte(d.text[:label], '\n')+1:]
	end, _, _ := strings.Cut(line, "\n")
	if !columns.MatchString(end) {
		return ""
	}
	column := utf8.RuneCountInString(line[:len(line)-len(d.text[label:])])
	name := ""
	for _, row := range d.language.cells(d.text[begin:label]) {
		if c, there := inColumn(row, column); there {
			name = cmp.Or(d.lastNamed(all, begin+c.from, begin+c.to), name)
		}
	}
	return name
}

// namedRightBefore gives the organisation whose name ends right before a number in a sentence; none where somebody stands there whom no fact names.
func (d *draftReader) namedRightBefore(all []found, from, to int) string {
	name := d.lastNamed(all, from, to)
	if strings.HasSuffix(strings.TrimRight(registry.Fold(oneLine(d.text[from:to])), " (,;:–-"), registry.Fold(name)) {
		return name
	}
	return ""
}

// lastNamed gives the organisation that facts name and that stands last between two places.
func (d *draftReader) lastNamed(all []found, from, to int) string {
	part := registry.Fold(oneLine(d.text[from:to]))
	best, place := "", -1
	for _, f := range all {
		if !slices.Contains(named, f.kind) {
			continue
		}
		name := f.values["value"]
		if at := strings.LastIndex(part, registry.Fold(name)); at > place || at == place && at >= 0 && len(name) > len(best) {
			best, place = name, at
		}
	}
	return best
}
