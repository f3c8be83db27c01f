package registry

import (
	"encoding/hex"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// SortKey gives the key by which names are put in order: the byte order of the keys is the Swedish alphabetical order
// of the names, which also gives Norwegian æ and ø their places (å, ä and æ, ö and ø, after z). One order for all is
// needed since a list mixes both sides of the border.
func SortKey(name string) string {
	var buffer collate.Buffer
	return hex.EncodeToString(collate.New(language.Swedish).KeyFromString(&buffer, name))
}
