package main

import (
	"net/http"

	"golang.org/x/text/language"
)

// languages are those that the registry's own texts are written in. The first is for everyone who reads none of them.
var languages = []language.Tag{language.English, language.Swedish, language.MustParse("nb")}

var languageMatcher = language.NewMatcher(languages)

// languageOf gives which of the registry's languages suits the reader best: en, sv or nb.
func languageOf(r *http.Request) string {
	_, index := language.MatchStrings(languageMatcher, r.Header.Get("Accept-Language"))
	return languages[index].String()
}
