package registry

import (
	_ "embed" // the sentences
	"errors"
	"fmt"
	"slices"

	"partnernet/fault"
)

//go:embed faults.yaml
var faultText []byte

// faultWords are the sentences of faults by what they say in English, in each of Languages but English.
var faultWords = ReadPhrases(faultText)

// Sentenced is part of a fault's sentence that has words of its own in each language.
type Sentenced interface{ In(language string) string }

// Sentence gives what an error says in a language, as far as it is written in it; otherwise what it says itself.
func Sentence(err error, language string) string {
	if w, ok := errors.AsType[*worded](err); ok {
		return w.phrases.Say(language, w.key, w.about)
	}
	if f, ok := errors.AsType[*fault.Fault](err); ok && slices.Index(Languages, language) >= 0 && language != "en" {
		return sentenceOf(f, language)
	}
	return err.Error()
}

// sentenceOf says a fault in a language other than English, with what is said within it: an error, a text that is a sentence itself, or a value of an
// enumeration, which has a word.
func sentenceOf(f *fault.Fault, language string) string {
	if f.Format == "" {
		return f.Error()
	}
	args := slices.Clone(f.Args)
	for i, arg := range args {
		switch arg := arg.(type) {
		case Sentenced:
			args[i] = arg.In(language)
		case error:
			args[i] = Sentence(arg, language)
		case string:
			if words := faultWords[arg]; words != nil {
				args[i] = words[slices.Index(Languages, language)]
			}
		default:
			if word, known := valueWord(language, arg); known {
				args[i] = word
			}
		}
	}
	format := f.Format
	if words := faultWords[format]; words != nil {
		format = words[slices.Index(Languages, language)]
	}
	return f.After(fmt.Sprintf(format, args...))
}
