package page_test

import (
	"strings"
	"testing"

	"partnernet/testworld/site"
)

// TestContactsAreKept registers a person and a contact of theirs, has the address opened for a purpose, hands out what is kept, and erases the person. At the end
// nothing of the address is left in the page or in the browser's memory.
func TestContactsAreKept(t *testing.T) {
	_, db := site.Founding(t)
	server, options := db.ServerToSignInAt(t)
	v := visit(t, server.URL)
	v.signIn(options)
	send := func(label string) {
		t.Helper()
		button := "[...document.querySelectorAll('main form [type=submit]')].find(e => e.innerText === " + quoted(label) + " && !e.closest('details'))"
		v.waits(button)
		value[bool](v, button+".click(), true")
		v.waits("document.querySelector('.done').innerText.includes(" + quoted("Done: "+label) + ")")
	}

	v.goTo("/persons?lang=en")
	v.click("Register a person")
	v.write("What does it rest on?", "Letter of 2 March")
	v.fill("Name", "Kari Nordmann")
	v.fill("Lawful basis", "PUBLIC_TASK")
	v.fill("Purpose", "Is called when power fails.")
	v.fill("Day of review", "2035-01-01")
	value[bool](v, "document.querySelector('main form [type=submit]').click(), true")
	v.waits("document.querySelectorAll('[aria-invalid=true]').length === 1")
	v.fill("Day of review", "2025-06-01")
	send("Register a person")
	if undo := value[bool](v, "[...document.querySelectorAll('.done button')].some(e => e.textContent === 'Undo')"); undo {
		t.Error("what is told of a person can be undone")
	}
	v.waits("document.querySelectorAll('article').length === 1")
	v.shows("Is called when power fails.", "1 person")
	v.click("Change")
	v.click("A contact of the person")
	v.write("Organisation", "IUC Z-Group")
	v.click("IUC Z-Group AB")
	v.fill("Function", "duty officer")
	v.fill("Address", "kari@example.no")
	send("A contact of the person")

	v.goTo("/organisations/" + zGroup + "?lang=en")
	v.shows("duty officer", "not verified yet", "somebody's own")
	contact := "[...document.querySelectorAll('section')].find(e => e.innerText.startsWith('Contacts'))"
	v.clickIn(contact, "Change")
	v.clickIn(contact, "Show the address")
	v.fill("Purpose", "Ringing about the exercise.")
	send("Show the address")
	v.waits(contact + ".innerText.includes('kari@example.no')")
	v.shows("Kari Nordmann", "Ringing about the exercise.")
	v.clickIn(contact, "Close")

	v.goTo("/persons?lang=en")
	v.waits("document.querySelector('article')")
	value[bool](v, "[...document.querySelectorAll('article button')][0].click(), true")
	v.clickIn("document.querySelector('article')", "Erase")
	v.write("What does it rest on?", "Her wish")
	send("Erase")
	v.waits("!document.querySelector('article')")
	kept := value[string](v, "document.documentElement.innerHTML + JSON.stringify(localStorage) + JSON.stringify(sessionStorage)")
	for _, told := range []string{"kari@example.no", "Kari Nordmann"} {
		if strings.Contains(kept, told) {
			t.Errorf("the browser keeps %s", told)
		}
	}
}
