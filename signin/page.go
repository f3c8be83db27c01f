package signin

import (
	"cmp"
	_ "embed" // the page and its words
	"html/template"
	"net/http"
	"net/url"
	"strings"

	"partnernet/registry"
)

//go:embed page.html
var pageText string

//go:embed words.yaml
var wordsText []byte

var (
	pageTemplate = template.Must(template.New("page").Parse(pageText))
	words        = registry.ReadPhrases(wordsText)
)

// page is what people see of signing in.
type page struct {
	Language, Title, Text string
	Ways                  []way
}

// way is where a page leads to.
type way struct{ Class, To, Text string }

// showSignIn shows the identity providers, or how to sign in without one. Whoever comes with an invitation takes it along.
func (d *Desk) showSignIn(w http.ResponseWriter, r *http.Request) {
	language, invitation := d.LanguageOf(r), r.URL.Query().Get("invitation")
	p := page{Language: language, Title: words.In(language, "title")}
	if invitation != "" {
		p.Text = words.In(language, "invited")
	}
	query := url.Values{"to": {localPath(r.URL.Query().Get("to"))}}
	if invitation != "" {
		query.Set("invitation", invitation)
	}
	for _, issuer := range d.Issuers {
		to := url.URL{Path: "/sign-in/with/" + issuer.Key, RawQuery: query.Encode()}
		p.Ways = append(p.Ways, way{"way", to.String(), words.Say(language, "with", registry.About{"name": issuer.Name})})
	}
	if len(d.Issuers) == 0 {
		p.Text = cmp.Or(p.Text, words.In(language, "here"))
	}
	p.Ways = append(p.Ways, way{"", "/", words.In(language, "front")})
	show(w, http.StatusOK, p)
}

// refusePage tells people why they are not let in, and what to do.
func (d *Desk) refusePage(w http.ResponseWriter, r *http.Request, status int, err error) {
	language := d.LanguageOf(r)
	show(w, status, page{Language: language, Title: words.In(language, "sorry"), Text: registry.Sentence(err, language),
		Ways: []way{{"", "/sign-in", words.In(language, "again")}, {"", "/", words.In(language, "front")}}})
}

// wantsPage says whether a request is of somebody who looks at pages.
func wantsPage(r *http.Request) bool {
	return r.Method == http.MethodGet && strings.Contains(r.Header.Get("Accept"), "text/html")
}

func show(w http.ResponseWriter, status int, p page) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_ = pageTemplate.Execute(w, p) // the client may have gone
}
