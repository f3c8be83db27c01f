package page_test

import (
	"context"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/webauthn"
	"github.com/chromedp/chromedp"

	"partnernet/registry"
	"partnernet/signin"
	"partnernet/store"
	"partnernet/testworld/site"
)

// signIn opens a link that makes its opener the keeper of the register.
func (v visitor) signIn(o signin.Options) {
	v.Helper()
	link, err := signin.NewLink(v.Context(), o)
	if err != nil {
		v.Fatal(err)
	}
	v.do(chromedp.Navigate(link))
	v.settled()
}

// inTheBar waits until the top of the page says something.
func (v visitor) inTheBar(text string) {
	v.Helper()
	v.waits("document.querySelector('header')?.innerText.includes(" + quoted(text) + ")")
}

// TestThePublicReadsOnly visits the rooms where something can be changed: first as nobody in particular, who is told how to get to write, then
// as the keeper, and at last after signing out.
func TestThePublicReadsOnly(t *testing.T) {
	_, db := site.Founding(t)
	server, options := db.ServerToSignInAt(t)
	v := visit(t, server.URL)
	rooms := map[string]string{
		"/record?lang=en": "form.sheet", "/import?lang=en": "form.sheet", "/partnerships?lang=en": "main .ground", "/changes?lang=en": "main button",
	}
	writable := func(room string) bool {
		return value[bool](v, "document.querySelector("+quoted(rooms[room])+") !== null")
	}
	for room := range rooms {
		v.goTo(room)
		v.inTheBar("Sign in")
		if writable(room) {
			t.Errorf("%s lets the public write", room)
		}
		if room != "/changes?lang=en" {
			v.waits("document.querySelector('main .notice')")
			v.shows("You read what is public. Sign in to record and change.")
		}
	}
	v.signIn(options)
	for room := range rooms {
		v.goTo(room)
		if !writable(room) {
			t.Errorf("%s does not let the keeper write", room)
		}
	}
	v.inTheBar("Signed in as")
	value[bool](v, "[...document.querySelectorAll('header button')].find(e => e.textContent === 'Sign out').click(), true")
	v.waits("location.pathname === '/' && document.querySelector('header')?.innerText.includes('Sign in')")
}

// TestSigningOut signs out while something is being written: first where that fails, which the reader is told and changes nothing, and then for good. Whoever
// signs in next finds nothing of it.
func TestSigningOut(t *testing.T) {
	_, db := site.Founding(t)
	server, options := db.ServerToSignInAt(t)
	v := visit(t, server.URL)
	v.signIn(options)
	v.goTo("/record?lang=en")
	v.write("What does it rest on?", "Talk with IUC")
	v.write("What is needed?", "Somebody to guard the gate.")
	out := "[...document.querySelectorAll('header button')].find(e => e.textContent === 'Sign out').click(), true"
	for answer, says := range map[string]string{
		`new Response('{"errors": [{"message": "Not now."}]}', {status: 503, headers: {'Content-Type': 'application/json'}})`: "Not now.",
		`new Response('<h1>Not now.</h1>', {status: 502, statusText: 'Not now.', headers: {'Content-Type': 'text/html'}})`:    "The server does not answer.",
	} {
		value[bool](v, "(window.asks ??= window.fetch, window.fetch = async () => "+answer+", "+out+")")
		v.waits("document.querySelector('.done')?.innerText.includes(" + quoted(says) + ")")
		v.inTheBar("Signed in as")
		value[bool](v, "document.querySelector('.done button')?.click(), true")
	}
	value[bool](v, "(window.fetch = window.asks, "+out+")")
	v.waits("location.pathname === '/' && document.querySelector('header')?.innerText.includes('Sign in')")
	if kept := value[string](v, "JSON.stringify([localStorage, sessionStorage])"); strings.Contains(kept, "gate") || strings.Contains(kept, "IUC") {
		t.Errorf("the browser keeps %s", kept)
	}
}

// TestASessionThatEndsLosesNothing ends a session while its owner writes: they are told, sign in again, and go on where they were.
func TestASessionThatEndsLosesNothing(t *testing.T) {
	_, db := site.Founding(t)
	server, options := db.ServerToSignInAt(t)
	v := visit(t, server.URL)
	v.wrong.expected = "401" // which the browser tells on its console
	v.signIn(options)
	v.goTo("/record?lang=en")
	v.write("What does it rest on?", "Talk with IUC")
	v.write("Whose", "IUC Z-Group")
	v.click("IUC Z-Group AB")
	v.write("What is needed?", "Somebody to guard the gate.")
	err := db.Write(t.Context(), func(ctx context.Context, tx store.Tx) error {
		_, err := tx.Run(ctx, store.Statement{Text: "MATCH (outs:SignOuts) SET outs.count = outs.count + 1 WITH outs MATCH (s:Session) SET s.endedAt = datetime()"})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	v.click("Record")
	v.waits("document.querySelector('main').innerText.includes('Your session has ended. Sign in again.')")
	v.inTheBar("Sign in")
	if to := value[string](v, "document.querySelector('main [role=alert] a').pathname"); to != "/sign-in" {
		t.Errorf("the way back is %s", to)
	}
	v.signIn(options)
	v.goTo("/record?lang=en")
	v.click("Record")
	v.waits("document.querySelector('.done').innerText.includes('Recorded: Somebody to guard the gate.')")
}

// TestSheetsAreOfWhoWroteThem opens a sheet on which somebody else wrote in the same browser, whose session ended: it is empty, and what they wrote is there when
// they come back.
func TestSheetsAreOfWhoWroteThem(t *testing.T) {
	_, db := site.Founding(t)
	server, options := db.ServerToSignInAt(t)
	v := visit(t, server.URL)
	v.signIn(options)
	v.goTo("/record?lang=en")
	v.write("What does it rest on?", "Talk with IUC")
	v.write("What is needed?", "Somebody to guard the gate.")
	v.signInAs(db.Account(t, "Åsa", registry.Coordinator, "MITTSEC"), db, options)
	v.goTo("/record?lang=en")
	v.waits("document.querySelector('form.sheet')")
	if shown := v.onTheSheet(); strings.Contains(shown, "guard the gate") || strings.Contains(shown, "Talk with IUC") {
		t.Errorf("somebody else finds %s", shown)
	}
	v.signIn(options)
	v.goTo("/record?lang=en")
	v.waits("document.querySelector('form.sheet')")
	if shown := v.onTheSheet(); !strings.Contains(shown, "guard the gate") {
		t.Errorf("who wrote it finds %s", shown)
	}
}

// TestAGroundIsOfWhoGaveIt opens a sheet in a tab in which another page took over the sitting while this one was beginning: what the one before gave as the ground is there still.
func TestAGroundIsOfWhoGaveIt(t *testing.T) {
	_, db := site.Founding(t)
	server, options := db.ServerToSignInAt(t)
	v := visit(t, server.URL)
	v.signIn(options)
	v.goTo("/record?lang=en")
	v.write("What does it rest on?", "Talk with IUC")
	left := value[string](v, "JSON.stringify({...sessionStorage, account: null})")
	v.signInAs(db.Account(t, "Åsa", registry.Coordinator, "MITTSEC"), db, options)
	v.goTo("/record?lang=en")
	v.waits("document.querySelector('form.sheet')")
	value[bool](v, "(Object.assign(sessionStorage, {..."+left+", account: sessionStorage.account}), true)")
	v.goTo("/record?lang=en")
	v.waits("document.querySelector('form.sheet')")
	if shown := v.onTheSheet(); strings.Contains(shown, "Talk with IUC") {
		t.Errorf("somebody else finds %s", shown)
	}
}

// TestASheetOfAnEarlierReleaseIsLeft opens a sheet of which an earlier release kept one in another form.
func TestASheetOfAnEarlierReleaseIsLeft(t *testing.T) {
	v := visit(t, foundingServer(t).URL)
	v.goTo("/decisions/new?lang=en")
	value[bool](v, `(localStorage.setItem('decision', '{"application": "new", "applicant": null, "conditions": null}'), true)`)
	v.goTo("/decisions/new?lang=en")
	v.waits("document.querySelector('form.sheet')")
}

// onTheSheet gives what is written in the room.
func (v visitor) onTheSheet() string {
	v.Helper()
	return value[string](v, "[...document.querySelectorAll('main input, main textarea')].map(e => e.value).join()")
}

// TestTheRoomToSignInIsForEverybody visits the page for signing in as the rooms are visited, before and after signing in.
func TestTheRoomToSignInIsForEverybody(t *testing.T) {
	_, db := site.Founding(t)
	server, options := db.ServerToSignInAt(t)
	v := visit(t, server.URL)
	for _, signedIn := range []bool{false, true} {
		if signedIn {
			v.signIn(options)
		}
		for language, title := range map[string]string{"sv": "Logga in", "nb": "Logg inn", "en": "Sign in"} {
			v.do(chromedp.Navigate(server.URL + "/sign-in?to=%2Frecord&lang=" + language))
			v.isForEverybody("/sign-in", language)
			v.shows(title)
			if to := value[string](v, "[...document.querySelectorAll('a')].at(-1).pathname"); to != "/record" {
				t.Errorf("in %s the way on leads to %s", language, to)
			}
		}
		v.isNarrow("/sign-in")
	}
	value[bool](v, "(localStorage.interview = '{}', document.querySelector('[data-does=sign-out]').click(), true)")
	v.waits("location.pathname === '/' && document.querySelector('header')?.innerText.includes('Sign in')")
	if value[bool](v, "'interview' in localStorage") {
		t.Error("the browser keeps what was being written")
	}
}

// TestAccountsAreKept makes and revokes an access token of one's own; gives somebody a role, ends it and suspends them; and looks through the
// eyes of others.
func TestAccountsAreKept(t *testing.T) {
	_, db := site.Founding(t)
	server, options := db.ServerToSignInAt(t)
	somebody(t, db)
	v := visit(t, server.URL)
	v.signIn(options)

	v.goTo("/me?lang=en")
	v.shows("Administrator", "Coordinator, all networks", "Signed in", "tests")
	v.write("What it is for", "Nightly export")
	v.click("Make a token")
	v.waits("document.querySelector('code')?.innerText.startsWith('pnr_')")
	v.click("Revoke Nightly export")
	v.waits("document.querySelector('main table').innerText.includes('revoked')")

	v.goTo("/people?lang=en")
	v.shows("2 accounts", "Åsa")
	v.write("What does it rest on?", "Mail from Åsa")
	card := "[...document.querySelectorAll('article')].find(e => e.innerText.includes('Åsa'))"
	v.clickIn(card, "Give a role")
	v.write("Over", "MIDSEC")
	v.clickIn(card, "Give the role")
	v.waits("document.querySelector('.done').innerText.includes('The role is given.')")
	v.waits(card + ".innerText.includes('MIDSEC')")
	v.clickIn(card, "Suspend the account")
	v.waits(card + ".innerText.includes('suspended')")

	value[bool](v, `(select => (select.value = 'MEMBERS', select.dispatchEvent(new Event('change', {bubbles: true}))))(document.querySelector('header select'))`)
	v.waits("document.querySelector('.eyes')")
	v.goTo("/record?lang=en")
	v.shows("While you see through the eyes of others you can change nothing.")
	value[bool](v, "document.querySelector('.eyes button').click(), true")
	v.waits("document.querySelector('form.sheet')")
}

// TestAPasskeyIsAddedAndSignsIn adds a passkey, which a key in the browser makes, and signs in with it.
func TestAPasskeyIsAddedAndSignsIn(t *testing.T) {
	_, db := site.Founding(t)
	server, options := db.ServerToSignInAt(t)
	v := visit(t, server.URL)
	if _, err := chromedp.Call(v.tab, webauthn.Enable, webauthn.EnableParams{}); err != nil {
		t.Fatal(err)
	}
	if _, err := chromedp.Call(v.tab, webauthn.AddVirtualAuthenticator, webauthn.AddVirtualAuthenticatorParams{Options: &webauthn.VirtualAuthenticatorOptions{
		Protocol: webauthn.AuthenticatorProtocolCtap2, Transport: webauthn.AuthenticatorTransportInternal,
		HasResidentKey: true, HasUserVerification: true, IsUserVerified: true, AutomaticPresenceSimulation: true,
	}}); err != nil {
		t.Fatal(err)
	}
	v.signIn(options)
	v.goTo("/me?lang=en")
	v.click("Add a passkey")
	v.says("The passkey is added. Next time you can sign in with it.")
	v.enter("Sign out")
	v.inTheBar("Sign in")
	v.do(chromedp.Navigate(server.URL + "/sign-in?lang=en"))
	v.point("document.querySelector('[data-does=use-passkey]')")
	v.inTheBar("Signed in as")
}

// somebody makes an account that an identity provider knows, and that reads what is for members of MITTSEC.
func somebody(t *testing.T, db *site.Register) {
	t.Helper()
	over, err := db.Accounts().Over(t.Context(), "MITTSEC")
	if err != nil {
		t.Fatal(err)
	}
	code, err := db.Accounts().Invite(t.Context(), registry.Invitation{Role: registry.Reader, Over: over, Name: "Åsa"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Accounts().Accept(t.Context(), code, "https://sso.example.org", "asa"); err != nil {
		t.Fatal(err)
	}
}
