package sheet

import (
	_ "embed" // the texts
	"strconv"

	"partnernet/fault"
	"partnernet/registry"
)

// textsText says why a file is not read, in each language.
//
//go:embed texts.yaml
var textsText []byte

var phrases = registry.ReadPhrases(textsText)

// refuse gives the error of a file that is not read, by the key of what is said.
func refuse(cause error, key string, about registry.About) error {
	return phrases.Fault(fault.BadInput, cause, key, about)
}

// atMost tells a bound.
func atMost(bound int) registry.About { return registry.About{"most": strconv.Itoa(bound)} }

// ofPart tells a part of a workbook.
func ofPart(name string) registry.About {
	const enough = 100
	if runes := []rune(name); len(runes) > enough {
		name = string(runes[:enough])
	}
	return registry.About{"part": strconv.Quote(name)}
}
