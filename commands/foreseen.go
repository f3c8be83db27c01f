package commands

import (
	"context"
	"slices"

	"partnernet/access"
	"partnernet/ledger"
)

// askedFirst are the questions that are asked in the statement by which a turn begins, by the rights that the actor was known to have before it.
type askedFirst struct {
	rights    access.Rights
	questions []ledger.Question
}

// askFirst gives what the command asks first: to whom belongs what it is done to, where the input alone says what that is, and what its rules need. Each statement
// that a command does not send is one that no other command waits for.
func (w *work) askFirst(ctx context.Context) ([]ledger.Question, error) {
	rights, err := w.request.Known(ctx)
	if err != nil {
		return nil, err
	}
	w.first = askedFirst{rights: rights}
	if table[w.request.Name].reverts {
		return nil, nil
	}
	if d := w.deedOfInput(); len(d.ids) > 0 {
		text, params, err := w.request.Belongs(rights, d.ids)
		if err != nil {
			return nil, err
		}
		w.first.questions = append(w.first.questions, ledger.Question{Text: text, Params: params})
	}
	if w.list == nil && w.trial == nil { // a list asks for what takes longer than a statement
		w.first.questions = append(w.first.questions, w.foreseen(ctx)...)
	}
	return w.first.questions, nil
}

// foreseen gives the question that the command's rules will ask first; none where it asks nothing, or is refused before it does: in its turn it says why, behind
// whether it is permitted.
func (w *work) foreseen(ctx context.Context) []ledger.Question {
	ahead := w.anew(w.ledger.Ahead(w.first.rights.AsOf))
	ahead.rights, ahead.foreseeing, ahead.first = w.first.rights, true, askedFirst{}
	_ = ahead.run(ctx)
	return ahead.first.questions
}

// ask asks a question, unless it was asked first: the same one, by the rights that the actor has in the turn, before anything is written.
func (w *work) ask(ctx context.Context, q ledger.Question) (answers []any, err error) {
	if w.foreseeing {
		w.first.questions = append(w.first.questions, q)
		return nil, ledger.ErrNoTurn
	}
	if at := w.first.answers(w.rights, q); at >= 0 {
		return w.page.First(at), nil
	}
	rows, err := w.page.Run(ctx, q.Text, q.Params)
	for _, row := range rows {
		for _, value := range row {
			answers = append(answers, value)
		}
	}
	return answers, err
}

// answers gives the place of a question among those that were asked first; -1 when it was not, or the actor has other rights since.
func (a askedFirst) answers(rights access.Rights, q ledger.Question) int {
	if a.rights.Version != rights.Version || !slices.Equal(a.rights.Visible, rights.Visible) {
		return -1
	}
	return slices.IndexFunc(a.questions, q.Same)
}
