package graph

import (
	_ "embed" // the sentences
	"fmt"
	"strings"

	"partnernet/registry"
)

//go:embed sentences.yaml
var sentencesText []byte

// sentences are the texts that the registry itself writes, by the code that they are about.
var sentences = registry.ReadPhrases(sentencesText)

// sentence says in a language what a code means; about fills the sentence's gap, if it has one.
func sentence(lang, code string, about ...any) string {
	return strings.ReplaceAll(sentences.In(lang, code), "{about}", fmt.Sprint(about...))
}
