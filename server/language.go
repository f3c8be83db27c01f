package main

import (
	"cmp"
	"net/http"
	"os"
	"strings"

	"golang.org/x/text/language"

	"partnernet/fault"
	"partnernet/registry"
)

// languages are those that the registry's own texts are written in. The first is for everyone who reads none of them.
var languages = []language.Tag{language.English, language.Swedish, language.MustParse("nb")}

var languageMatcher = language.NewMatcher(languages)

// languageOf gives which of the registry's languages suits the reader best: en, sv or nb.
func languageOf(r *http.Request) string {
	return bestLanguage(r.Header.Get("Accept-Language"))
}

func bestLanguage(header string) string {
	_, index := language.MatchStrings(languageMatcher, header)
	return languages[index].String()
}

// inLanguage gives an error that is said in a language, as far as it is written in it.
func inLanguage(err error, lang string) error {
	if err == nil || registry.Sentence(err, lang) == registry.Sentence(err, "en") {
		return err
	}
	return fault.Wrap(fault.CodeOf(err), err, "%s", registry.Sentence(err, lang))
}

// terminalLanguage gives the one that suits whoever sits at the terminal, as POSIX says who that is: sv_SE.UTF-8.
func terminalLanguage() string {
	locale, _, _ := strings.Cut(cmp.Or(os.Getenv("LC_ALL"), os.Getenv("LC_MESSAGES"), os.Getenv("LANG")), ".")
	return bestLanguage(locale)
}
