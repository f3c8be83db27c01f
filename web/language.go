package web

import (
	"net/http"

	"golang.org/x/text/language"
)

// languages are those that the registry's own texts are written in. The first is for everyone who reads none of them.
var languages = []language.Tag{language.English, language.Swedish, language.MustParse("nb")}

var languageMatcher = language.NewMatcher(languages)

// LanguageOf gives which of the registry's languages suits the reader best: en, sv or nb.
func LanguageOf(r *http.Request) string {
	return BestLanguage(r.Header.Get("Accept-Language"))
}

// BestLanguage gives which of them suits best what a header Accept-Language, or a locale, asks for.
func BestLanguage(header string) string {
	_, index := language.MatchStrings(languageMatcher, header)
	return languages[index].String()
}
