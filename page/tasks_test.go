package page_test

import (
	"context"
	"fmt"
	"net/http/httptest"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"partnernet/registry"
	"partnernet/signin"
	"partnernet/store"
	"partnernet/testworld/golden"
	"partnernet/testworld/site"
)

const tasksPage = "../docs/tasks.md"

const tasksHead = `# What tasks take

Each task is done in a browser by a test (` + "`go test ./page -run TestTasks`" + `), by people who have signed in and stand in the first room. Where two
people do it, their clicks and keys are added. The test fails when a task takes more or fewer than this page says, when a script fails, and when a
request does. ` + "`-update`" + ` writes the page anew.

A click is a press of the pointer: into a field, on a button, two to pick from a list or a file. *A person, about* is worked out from clicks and keys
by the keystroke-level model of Card, Moran and Newell: 1.2 s to point and press, 1.35 s to think before that, 0.28 s a key. *Page* is how long the
test took, of which nothing is spent on thinking: on two cores that others were busy on, with plans that were made meanwhile.

| task | clicks | keys | a person, about | page |
|---|---:|---:|---:|---:|
`

// tasks are what coordinators come to the page for, by their names in docs/tasks.md, in the order of that page. Each leaves to the others what
// they look at.
var tasks = []struct {
	name string
	do   func(office)
}{
	{"Find a partner whose name one cannot spell, and open its dossier, by keyboard", office.findsAPartner},
	{"See who is missing on the other side", office.seesWhoIsMissing},
	{"Record the need of an organisation that is new, with a look at what will change", office.recordsANeed},
	{"Lead a need to a partnership that both sides confirm, two people", office.leadsANeedToAPartnership},
	{"A day of interviews: 15 needs, 4 offers, 3 introductions, 1 partnership that both sides confirm, two people", office.interviewsAllDay},
	{"Read a member list in of which three rows are in doubt, and take it back", office.readsAListIn},
	{"Confirm a partnership for one side and deny it for the other, and take back either", office.confirmsAndDenies},
	{"Judge a likely duplicate, and take it back", office.judgesADuplicate},
	{"Record a decision with an award and its condition", office.recordsADecision},
	{"Print a dossier and a report", office.prints},
	{"Read a room in three languages", office.readsThreeLanguages},
}

// office is where coordinators do a task: a server with the founding case and the sample, which each signs in to at a browser of their own.
type office struct {
	*testing.T
	db      *site.Register
	server  *httptest.Server
	options signin.Options
	spent   *spent
}

// spent is what a task has asked of all who did it.
type spent struct {
	effort
	began time.Time
}

// TestTasks does each task in a browser, and compares the clicks and keys with docs/tasks.md. The seconds there are those of the run that wrote it.
func TestTasks(t *testing.T) {
	_, db := site.Founding(t)
	db.TellSample(t)
	server, options := db.ServerToSignInAt(t)
	rows := writtenTasks(t)
	for _, task := range tasks {
		t.Run(task.name, func(t *testing.T) {
			o := office{t, db, server, options, &spent{}}
			task.do(o)
			row := taskRow{o.spent.clicks, o.spent.keys, time.Since(o.spent.began).Seconds()}
			if was := rows[task.name]; !*golden.Update && (row.clicks != was.clicks || row.keys != was.keys) {
				t.Errorf("it takes %d clicks and %d keys, and docs/tasks.md says %d and %d (run the test with -update if it should be so)", row.clicks, row.keys, was.clicks, was.keys)
			}
			rows[task.name] = row
		})
	}
	if *golden.Update {
		writeTasks(t, rows)
	}
}

// coordinator opens a browser in which the coordinator of a network has signed in, in the first room in a language. What they do is counted
// from there. Somebody who does two tasks has an account for each.
func (o office) coordinator(name, network, language string) visitor {
	o.Helper()
	return o.seated(o.db.Account(o.T, name, registry.Coordinator, network), language)
}

// keeper opens a browser in which the keeper of the register has signed in.
func (o office) keeper(language string) visitor {
	o.Helper()
	return o.seated(o.local(), language)
}

// local gives the account of the register's keeper.
func (o office) local() string {
	o.Helper()
	account, err := o.options.Accounts.Local(o.Context())
	if err != nil {
		o.Fatal(err)
	}
	return account
}

// seated opens a browser in which an account has signed in.
func (o office) seated(account, language string) visitor {
	o.Helper()
	v := visit(o.T, o.server.URL)
	v.signInAs(account, o.db, o.options)
	v.goTo("/?lang=" + language)
	v.effort = &o.spent.effort
	if o.spent.began.IsZero() {
		o.spent.began = time.Now()
	}
	return v
}

// signInAs signs an account in, with a link that was made for the keeper and is theirs now.
func (v visitor) signInAs(account string, db *site.Register, options signin.Options) {
	v.Helper()
	link, err := signin.NewLink(v.Context(), options)
	if err != nil {
		v.Fatal(err)
	}
	err = db.Write(v.Context(), func(ctx context.Context, tx store.Tx) error {
		_, err := tx.Run(ctx, store.Statement{Text: "MATCH (l:SignInLink) WHERE l.usedFor IS NULL SET l.account = $account", Params: map[string]any{"account": account}})
		return err
	})
	if err != nil {
		v.Fatal(err)
	}
	v.do(chromedp.Navigate(link))
}

// taskRow is what docs/tasks.md tells of a task.
type taskRow struct {
	clicks, keys int
	seconds      float64
}

// By the keystroke-level model of Card, Moran and Newell: to point at something and press takes 1.2 s, to think before it 1.35 s, and to type a
// key 0.28 s for somebody who types as most people in offices do.
const (
	secondsAClick = 1.2 + 1.35
	secondsAKey   = 0.28
)

// person gives about how long somebody takes for it who knows the page.
func (r taskRow) person() string {
	return (time.Duration(secondsAClick*float64(r.clicks)+secondsAKey*float64(r.keys)) * time.Second).String()
}

var taskLine = regexp.MustCompile(`(?m)^\| (.+?) \| (\d+) \| (\d+) \| \S+ \| ([\d.]+) s \|$`)

// writtenTasks reads what docs/tasks.md tells, by the tasks' names.
func writtenTasks(t *testing.T) map[string]taskRow {
	t.Helper()
	text, err := os.ReadFile(tasksPage)
	if err != nil && !*golden.Update {
		t.Fatal(err)
	}
	rows := map[string]taskRow{}
	for _, line := range taskLine.FindAllStringSubmatch(string(text), -1) {
		clicks, _ := strconv.Atoi(line[2]) // digits, as the expression says
		keys, _ := strconv.Atoi(line[3])
		seconds, _ := strconv.ParseFloat(line[4], 64)
		rows[line[1]] = taskRow{clicks, keys, seconds}
	}
	return rows
}

// writeTasks writes docs/tasks.md.
func writeTasks(t *testing.T, rows map[string]taskRow) {
	t.Helper()
	var text strings.Builder
	text.WriteString(tasksHead)
	for _, task := range tasks {
		row := rows[task.name]
		fmt.Fprintf(&text, "| %s | %d | %d | %s | %.1f s |\n", task.name, row.clicks, row.keys, row.person(), row.seconds)
	}
	if err := os.WriteFile(tasksPage, []byte(text.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}
