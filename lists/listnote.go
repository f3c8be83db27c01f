package lists

import (
	"slices"
	"strconv"
	"strings"
)

// Note is something told once of many rows or cells of a list. What is said of it is in texts.yaml, in each language.
type Note struct {
	Code  NoteCode `json:"code"`
	Count int      `json:"count"`
	Rows  []int    `json:"rows"` // the first of them
	About About    `json:"about"`
}

// NoteCode is the kind of a note: a ListNoteCode of the schema, which tells what each means.
type NoteCode string

// The notes.
const (
	RepeatedRows     NoteCode = "REPEATED_ROWS"
	RepeatedHeadings NoteCode = "REPEATED_HEADINGS"
	Subheadings      NoteCode = "SUBHEADINGS"
	Remarks          NoteCode = "REMARKS"
	DamagedCells     NoteCode = "DAMAGED_CELLS"
)

// noteCodes are all of them, in the order in which they are told.
var noteCodes = []NoteCode{RepeatedRows, RepeatedHeadings, Subheadings, Remarks, DamagedCells}

// mostNamed is how many rows or cells a note names.
const mostNamed = 10

// notes gathers what is told once. The zero value has nothing.
type notes struct {
	counts map[NoteCode]int
	rows   map[NoteCode][]int
	places map[NoteCode][]string // what stands where, as people are told it
}

// add counts something at a row, and says what stands there.
func (n *notes) add(code NoteCode, row int, place string) {
	if n.counts == nil {
		n.counts, n.rows, n.places = map[NoteCode]int{}, map[NoteCode][]int{}, map[NoteCode][]string{}
	}
	n.counts[code]++
	if rows := n.rows[code]; len(rows) < mostNamed && !slices.Contains(rows, row) {
		n.rows[code] = append(rows, row)
	}
	if len(n.places[code]) < mostNamed {
		n.places[code] = append(n.places[code], place)
	}
}

// inOrder gives the notes in order.
func (n *notes) inOrder() []Note {
	all := []Note{}
	for _, code := range noteCodes {
		count := n.counts[code]
		if count == 0 {
			continue
		}
		places := strings.Join(n.places[code], "; ")
		if count > len(n.places[code]) {
			places += "; …"
		}
		all = append(all, Note{Code: code, Count: count, Rows: n.rows[code], About: About{"count": strconv.Itoa(count), "places": places}})
	}
	return all
}

// Remark is what is said of the note.
func (n Note) Remark() Remark { return Remark{"note." + string(n.Code), n.About} }
