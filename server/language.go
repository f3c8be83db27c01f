package main

import (
	"cmp"
	"os"
	"strings"

	"partnernet/fault"
	"partnernet/registry"
	"partnernet/web"
)

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
	return web.BestLanguage(locale)
}
