package lists

import (
	_ "embed" // the texts

	"partnernet/fault"
	"partnernet/registry"
)

// textsText has each text that is said of lists, in each language.
//
//go:embed texts.yaml
var textsText []byte

// phrases are the texts by key.
var phrases = registry.ReadPhrases(textsText)

// About are the values that a text speaks of, by the names of its gaps.
type About = registry.About

// Say gives the text of a key in a language, with its gaps filled; "" for a key without a text. A language that nothing is written in is
// English.
func Say(language, key string, about About) string { return phrases.Say(language, key, about) }

// Fault makes the fault that a key says, for registry.Sentence to say in any of the languages.
func Fault(code fault.Code, cause error, key string, about About) *fault.Fault {
	return phrases.Fault(code, cause, key, about)
}

func refuse(key string, about About) *fault.Fault { return Fault(fault.BadInput, nil, key, about) }

// Remark is something said of a list: the key of a text, and what it speaks of. The zero Remark says nothing.
type Remark struct {
	Text  string `json:"text"`
	About About  `json:"about"`
}

// In says it in a language.
func (r Remark) In(language string) string { return Say(language, r.Text, r.About) }

// ToDo says in a language what to do about it; it is empty when there is nothing to do.
func (r Remark) ToDo(language string) string { return Say(language, r.Text+".do", r.About) }
