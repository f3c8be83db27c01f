package ledger

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"strings"

	"partnernet/access"
	"partnernet/store"
)

// Question is a statement that only reads, with one column.
type Question struct {
	Text   string
	Params map[string]any
}

// Same says whether two questions are one.
func (q Question) Same(other Question) bool {
	return q.Text == other.Text && reflect.DeepEqual(q.Params, other.Params)
}

// parameter is where a statement has a parameter.
var parameter = regexp.MustCompile(`\$(\w+)`)

// together gives one expression that is the answers of questions, a list for each, and what its parameter first is: the parameters of each of them.
func together(questions []Question) (text string, first []any) {
	first = []any{}
	texts := make([]string, len(questions))
	for i, q := range questions {
		own := fmt.Sprintf("$$first[%d].$1", i)
		texts[i] = "COLLECT {\n" + parameter.ReplaceAllString(q.Text, own) + "\n}"
		first = append(first, q.Params)
	}
	return "[" + strings.Join(texts, ", ") + "]", first
}

// First gives the answer to one of the questions that were asked first: the values of its column.
func (p *Page) First(at int) []any { return p.first[at] }

// ErrNoTurn is what a page that has no turn gives to whoever asks or writes anything by it.
var ErrNoTurn = errors.New("nothing is asked or written before the turn")

// Ahead gives a page without a turn, as of a state of what decides who may see what. By it one finds out what a turn will ask first.
func (l *Ledger) Ahead(as access.AsOf) *Page {
	return &Page{ledger: l, now: l.now().UTC(), access: as.Version, begun: as, send: func(context.Context, store.Statement) ([]map[string]any, error) {
		return nil, ErrNoTurn
	}}
}
