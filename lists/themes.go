package lists

import "io"

// What a list of themes can tell.
const (
	FieldCode    Field = "code"
	FieldBroader Field = "broader" // the code of the theme above it
	FieldSwedish Field = "labelSv"
	FieldBokmål  Field = "labelNb"
	FieldEnglish Field = "labelEn"
)

// ReadThemes reads a list of themes, as ReadMembers reads members.
func ReadThemes(file io.ReaderAt, size int64) (*List, error) {
	return themeList.readList(file, size, nil)
}

var themeList = newListKind([]Field{FieldCode}, "themes", noRowCheck,
	knownField{field: FieldCode, read: (*rowReader).text, headings: []string{"Kod", "Kode", "Code"}},
	knownField{field: FieldBroader, read: (*rowReader).text, headings: []string{
		"Överordnat tema", "Överordnad", "Overordnet tema", "Overordnet", "Broader", "Broader theme",
	}},
	knownField{field: FieldSwedish, read: (*rowReader).text, headings: []string{"Svenska", "Svensk", "Swedish", "Label sv", "labelSv", "sv"}},
	knownField{field: FieldBokmål, read: (*rowReader).text, headings: []string{
		"Norska", "Norsk", "Norsk bokmål", "Bokmål", "Norwegian", "Label nb", "labelNb", "nb",
	}},
	knownField{field: FieldEnglish, read: (*rowReader).text, headings: []string{"Engelska", "Engelsk", "English", "Label en", "labelEn", "en"}},
)
