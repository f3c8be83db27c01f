package main

import "testing"

func TestTheTerminalsLanguage(t *testing.T) {
	for _, row := range []struct{ all, messages, lang, want, why string }{
		{"", "", "sv_SE.UTF-8", "sv", "as POSIX writes a locale"},
		{"", "", "nb_NO", "nb", "without an encoding"},
		{"", "", "no_NO.UTF-8", "nb", "an older name of Norwegian"},
		{"", "nb_NO", "sv_SE", "nb", "the language of messages is nearer than that of all"},
		{"C", "nb_NO", "sv_SE", "en", "what overrides everything"},
		{"", "", "fi_FI.UTF-8", "en", "a language that nothing is written in"},
		{"", "", "", "en", "none is named"},
	} {
		t.Setenv("LC_ALL", row.all)
		t.Setenv("LC_MESSAGES", row.messages)
		t.Setenv("LANG", row.lang)
		if got := terminalLanguage(); got != row.want {
			t.Errorf("%s: %s, want %s", row.why, got, row.want)
		}
	}
}
