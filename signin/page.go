package signin

import (
	"cmp"
	_ "embed" // the page and its words
	"html/template"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"partnernet/registry"
	"partnernet/secrets"
)

//go:embed page.html
var pageText string

//go:embed words.yaml
var wordsText []byte

//go:embed passkey.js
var passkeyScript string

//go:embed page.css
var pageStyle string

var (
	pageTemplate = template.Must(template.New("page").Parse(pageText))
	words        = registry.ReadPhrases(wordsText)
)

// page is what people see of signing in.
type page struct {
	Language, Title, Text string
	Done                  string // what the script says when it has done something
	Ways                  []way
	Buttons               []button
}

// button is something that the page's script does: what it is called in page.html, and what it says.
type button struct{ Does, Text string }

// way is where a page leads to.
type way struct{ Class, To, Text string }

// showSignIn shows the identity providers, or how to sign in without one. Whoever comes with an invitation takes it along.
func (d *Desk) showSignIn(w http.ResponseWriter, r *http.Request) {
	language, invitation, to := d.pageLanguage(r), r.URL.Query().Get("invitation"), localPath(r.URL.Query().Get("to"))
	p := page{Language: language, Title: words.In(language, "title"), Done: words.In(language, "added")}
	if invitation != "" {
		p.Text = words.In(language, "invited")
	}
	query := url.Values{"to": {to}}
	if invitation != "" {
		query.Set("invitation", invitation)
	}
	for _, issuer := range d.Issuers {
		with := url.URL{Path: "/sign-in/with/" + issuer.Key, RawQuery: query.Encode()}
		p.Ways = append(p.Ways, way{"way", with.String(), words.Say(language, "with", registry.About{"name": issuer.Name})})
	}
	p.Buttons = d.buttons(r, language)
	switch {
	case slices.ContainsFunc(p.Buttons, func(b button) bool { return b.Does == "sign-out" }):
		p.Text = cmp.Or(p.Text, words.In(language, "in"))
	case len(d.Issuers) == 0:
		p.Text = cmp.Or(p.Text, words.In(language, "here"))
	}
	p.Ways = append(p.Ways, way{"", to, words.In(language, "front")})
	show(w, http.StatusOK, p)
}

// pageLanguage gives the language of a page: the one that its address names, as the page that leads there is read in it, or else the reader's.
func (d *Desk) pageLanguage(r *http.Request) string {
	if language := r.URL.Query().Get("lang"); slices.Contains(registry.Languages, language) {
		return language
	}
	return d.LanguageOf(r)
}

// buttons gives what somebody can do who has signed in, and who has not.
func (d *Desk) buttons(r *http.Request, language string) (all []button) {
	add := func(does string) { all = append(all, button{does, words.In(language, "button."+does)}) }
	signedIn := false
	if secret := d.cookies.of(r); secret != "" {
		_, why, err := d.callerInSession(r.Context(), secrets.Hash(secret))
		signedIn = err == nil && why == "" // the page is there whether or not the database is
	}
	switch {
	case signedIn && d.passkeys != nil:
		add("add-passkey")
		add("sign-out")
	case signedIn:
		add("sign-out")
	case d.passkeys != nil:
		add("use-passkey")
	}
	return all
}

// serveText serves a file that the page loads.
func serveText(mediaType, text string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", mediaType+"; charset=utf-8")
		_, _ = io.WriteString(w, text) // the client may have gone
	}
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
