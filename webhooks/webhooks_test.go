package webhooks_test

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"partnernet/audit"
	"partnernet/fault"
	"partnernet/graph"
	"partnernet/ledger"
	"partnernet/model"
	"partnernet/registry"
	"partnernet/seal"
	"partnernet/store"
	"partnernet/testdb"
	"partnernet/testworld"
	"partnernet/webhooks"
)

func TestMain(m *testing.M) { testdb.Main(m) }

// world is a register in which two accounts read what is for members: "reader" in the network "own", and "other" in the network "another".
type world struct {
	t     *testing.T
	hooks webhooks.Hooks
	model *model.Model
	days  atomic.Int64 // since the real today

	mu     sync.Mutex
	counts map[webhooks.Outcome]int
}

func newWorld(t *testing.T) *world {
	t.Helper()
	w := &world{t: t, model: testworld.Model(t), counts: map[webhooks.Outcome]int{}}
	w.hooks = webhooks.Hooks{DB: testdb.Open(t), Keys: seal.In(t.TempDir()), Now: func() time.Time { return time.Now().AddDate(0, 0, int(w.days.Load())) }}
	w.alter(`
UNWIND [['reader', 'own', 4], ['other', 'another', 5]] AS row
CREATE (:Record:Account {id: row[0], name: row[0], state: 'ACTIVE'})<-[:GRANTEE]-(:Record:Grant {id: 'grant of ' + row[0], role: 'READER', state: 'ACTIVE'})-[:OVER]->(n:Record:Network {id: row[1], audience: 0})
CREATE (:Audience {number: row[2], class: 'MEMBERS'})-[:AUDIENCE_OF]->(n)`)
	return w
}

var must = testworld.Must

// alter changes what the database holds as another server does.
func (w *world) alter(statement string) {
	w.t.Helper()
	must(w.t, w.hooks.DB.Write(w.t.Context(), func(ctx context.Context, tx store.Tx) error {
		_, err := tx.Run(ctx, store.Statement{Text: statement})
		return err
	}))
}

// rights changes what decides who may see what.
func (w *world) rights(statement string) {
	w.t.Helper()
	w.alter(statement + "\nWITH count(*) AS changed\nMATCH (a:Access)\nSET a.version = a.version + 1")
}

// record enters a document for an audience: a change of it, behind those of its ground the first time.
func (w *world) record(title string, audience registry.Audience) {
	w.t.Helper()
	telling := ledger.Telling{Actor: "test", Action: "record", Source: ledger.DerivedID("source"), Records: []ledger.Record{
		{Type: "Document", ID: ledger.DerivedID("document"), Values: map[string]any{"title": "Ground"}},
		{Type: "Source", ID: ledger.DerivedID("source"), Links: map[string][]string{"document": {ledger.DerivedID("document")}}},
		{Type: "Document", ID: ledger.DerivedID(title), Values: map[string]any{"title": title}, Audience: audience}}}
	_, err := ledger.New(w.hooks.DB, w.model, time.Now).Tell(w.t.Context(), telling)
	must(w.t, err)
}

var forMembers = registry.AudienceOf(registry.Members, "own")

// server begins to deliver as one server of the register, until end is called.
func (w *world) server(allowed ...netip.Prefix) (end func()) {
	w.t.Helper()
	h := testworld.GraphQL(w.t, w.hooks.DB, time.Now)
	d := &webhooks.Deliverer{Hooks: w.hooks, Sender: webhooks.NewSender(allowed), Log: slog.New(slog.NewTextHandler(w.t.Output(), nil)), Count: w.count,
		Times: webhooks.Times{Look: 10 * time.Millisecond, Hold: time.Minute, FirstPause: time.Millisecond, LongestPause: 10 * time.Millisecond, GiveUp: 72 * time.Hour},
		Follow: func(ctx context.Context, account string, after int64, take func(int64, []byte) error) error {
			return h.Follow(ctx, graph.Viewer{Account: account, Language: "en"}, webhooks.Subscription, after, take)
		}}
	ctx, cancel := context.WithCancel(context.Background())
	over := make(chan struct{})
	go func() {
		defer close(over)
		d.Run(ctx)
	}()
	end = sync.OnceFunc(func() {
		cancel()
		<-over
	})
	w.t.Cleanup(end)
	return end
}

func (w *world) count(o webhooks.Outcome) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.counts[o]++
}

func (w *world) counted() map[webhooks.Outcome]int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return maps.Clone(w.counts)
}

// until waits until something holds.
func (w *world) until(what string, holds func() bool) {
	w.t.Helper()
	for late := time.Now().Add(time.Minute); !holds(); {
		if time.Now().After(late) {
			w.t.Fatalf("after a minute it does not hold that %s", what)
		}
	}
}

// twice waits until something has failed twice: what became of the first time is kept then.
func (w *world) twice(failures <-chan bool) {
	w.t.Helper()
	late := time.After(time.Minute)
	for range 2 {
		select {
		case <-failures:
		case <-late:
			w.t.Fatal("after a minute it has not failed twice")
		}
	}
}

// receiver is a program that is told of changes. It takes those whose signature is right.
type receiver struct {
	*httptest.Server
	t      *testing.T
	id     string // of its webhook
	secret string
	titles chan string                     // of what it has taken
	answer func(title, message string) int // the status for a message by its id; nil for one that it takes
}

// thisMachine is where receivers are.
var thisMachine = netip.MustParsePrefix("127.0.0.0/8")

func (w *world) receiver(account string) *receiver {
	w.t.Helper()
	r := &receiver{t: w.t, titles: make(chan string, 100)}
	r.Server = httptest.NewServer(r)
	w.t.Cleanup(r.Close)
	var err error
	r.id, r.secret, err = w.hooks.Add(w.t.Context(), webhooks.Request{Account: account, Name: "a receiver", Address: r.URL + "/hook"})
	must(w.t, err)
	return r
}

// ServeHTTP verifies a message as docs/webhooks.md says, and nothing of the registry helps with that.
func (r *receiver) ServeHTTP(w http.ResponseWriter, request *http.Request) {
	body, _ := io.ReadAll(request.Body)
	key, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(r.secret, "whsec_"))
	if err != nil {
		r.t.Error(err)
	}
	mac := hmac.New(sha256.New, key)
	fmt.Fprintf(mac, "%s.%s.%s", request.Header.Get("webhook-id"), request.Header.Get("webhook-timestamp"), body)
	if got, want := request.Header.Get("webhook-signature"), "v1,"+base64.StdEncoding.EncodeToString(mac.Sum(nil)); got != want {
		r.t.Errorf("the signature is %q, want %q", got, want)
	}
	var told struct {
		Type      string
		Timestamp time.Time
		Data      struct {
			ID      string
			At      time.Time
			Subject struct{ DisplayName string }
		}
	}
	if err := json.Unmarshal(body, &told); err != nil {
		r.t.Errorf("%s: %v", body, err)
	}
	if told.Type == "change.recorded" && (told.Data.ID != request.Header.Get("webhook-id") || !told.Timestamp.Equal(told.Data.At)) {
		r.t.Errorf("%v: %s", request.Header, body)
	}
	title := told.Data.Subject.DisplayName
	if r.answer != nil {
		if status := r.answer(title, request.Header.Get("webhook-id")); status != http.StatusOK {
			w.Header().Set("Location", r.URL+"/elsewhere")
			w.WriteHeader(status)
			return
		}
	}
	r.titles <- title
}

// takes says what a receiver is to take next.
func (r *receiver) takes(titles ...string) {
	r.t.Helper()
	for _, want := range titles {
		select {
		case got := <-r.titles:
			if got != want {
				r.t.Fatalf("it is told of %q where %q is due", got, want)
			}
		case <-time.After(time.Minute):
			r.t.Fatalf("it is not told of %q", want)
		}
	}
}

// A webhook is told of what its account sees, in the order of the log, however often it has to be told; and goes on where it was, at whatever server.
func TestChangesAreDelivered(t *testing.T) {
	w := newWorld(t)
	w.record("Before", registry.ForEveryone)
	r := w.receiver("reader")
	var tries []string
	r.answer = func(_, message string) int {
		if tries = append(tries, message); len(tries) <= 3 {
			return http.StatusInternalServerError
		}
		return http.StatusOK
	}
	end := w.server(thisMachine)
	w.record("Of others", registry.AudienceOf(registry.Members, "another"))
	w.record("For members", forMembers)
	w.record("For coordinators", registry.ForOrganisers)
	w.record("For all", registry.ForEveryone)
	r.takes("For members", "For all")
	if tries[0] != tries[3] || tries[3] == tries[4] {
		t.Errorf("the messages have the ids %q", tries)
	}
	w.until("both are noted", func() bool { return w.counted()[webhooks.Delivered] == 2 })
	end()
	if diff := cmp.Diff(map[webhooks.Outcome]int{webhooks.Refused: 3, webhooks.Delivered: 2}, w.counted()); diff != "" {
		t.Error(diff)
	}

	w.record("While no server runs", registry.ForEveryone)
	w.server(thisMachine)
	w.server(thisMachine)
	w.record("While two do", registry.ForEveryone)
	r.takes("While no server runs", "While two do")
	w.alter("MATCH (hook:Webhook) SET hook.server = 'one that has died', hook.heldUntil = datetime() + duration('PT1H')")
	w.record("While another has it", registry.ForEveryone)
	witness := w.receiver("other")
	w.record("To a witness", registry.ForEveryone)
	witness.takes("To a witness")
	select {
	case title := <-r.titles:
		t.Errorf("a server has told of %q though another had the webhook", title)
	default:
	}
	w.alter("MATCH (hook:Webhook {server: 'one that has died'}) SET hook.heldUntil = datetime() - duration('PT1S')")
	r.takes("While another has it", "To a witness")
}

// A message that waits to be sent again is not sent once its account may not see it, and nothing is sent of an account that is closed.
func TestNothingIsToldAfterARightIsGone(t *testing.T) {
	w := newWorld(t)
	r, witness := w.receiver("reader"), w.receiver("other")
	r.answer = func(title, _ string) int {
		if title != "Secret" {
			return http.StatusOK
		}
		w.rights("MATCH (g:Grant {id: 'grant of reader'}) SET g.state = 'ENDED'")
		return http.StatusServiceUnavailable
	}
	w.server(thisMachine)
	w.record("Secret", forMembers)
	w.record("For all", registry.ForEveryone)
	r.takes("Ground", "Ground", "For all")
	w.rights("MATCH (a:Account {id: 'reader'}) SET a.state = 'SUSPENDED'")
	w.record("While it is closed", registry.ForEveryone)
	witness.takes("Ground", "Ground", "For all", "While it is closed")
	select {
	case title := <-r.titles:
		t.Errorf("a closed account is told of %q", title)
	default:
	}
	w.rights("MATCH (a:Account {id: 'reader'}) SET a.state = 'ACTIVE'")
	r.takes("While it is closed")
}

// A webhook to which nothing can be delivered for days is switched off, says so, and goes on where it was when a message by hand is taken.
func TestAWebhookIsSwitchedOff(t *testing.T) {
	w := newWorld(t)
	r := w.receiver("reader")
	var broken atomic.Bool
	broken.Store(true)
	failures := make(chan bool, 1000)
	r.answer = func(string, string) int {
		if broken.Load() {
			failures <- true
			return http.StatusMovedPermanently // which is not followed
		}
		return http.StatusOK
	}
	w.server(thisMachine)
	w.record("A document", registry.ForEveryone)
	w.twice(failures)
	w.days.Store(2)
	w.twice(failures)
	if hook := w.only(); hook.Off || hook.FailingSince == nil || hook.Why != "It answered 301." {
		t.Errorf("after two days it is %+v", hook)
	}
	w.days.Store(4)
	w.until("it is switched off", func() bool { return w.only().Off })
	if n, err := w.hooks.SwitchedOff(t.Context()); n != 1 || err != nil {
		t.Errorf("%d are switched off: %v", n, err)
	}
	events, err := audit.Latest(t.Context(), w.hooks.DB, "reader", 1)
	must(t, err)
	if events[0].Event != audit.WebhookOff {
		t.Errorf("the audit tells %+v", events)
	}
	sender := webhooks.NewSender([]netip.Prefix{thisMachine})
	if err := w.hooks.Try(t.Context(), sender, r.id); fault.CodeOf(err) != fault.Unavailable || !w.only().Off {
		t.Errorf("a message that is not taken: %v", err)
	}
	if hook := w.only(); hook.DeliveredAt != nil {
		t.Errorf("what was never taken was taken at %s", hook.DeliveredAt)
	}
	broken.Store(false)
	must(t, w.hooks.Try(t.Context(), sender, r.id))
	if hook := w.only(); hook.DeliveredAt == nil {
		t.Error("what was taken on trial is told as never taken")
	}
	r.takes("", "Ground", "Ground", "A document")
	if hook := w.only(); hook.Off || hook.FailingSince != nil {
		t.Errorf("it is %+v", hook)
	}
}

// only gives the one webhook there is.
func (w *world) only() webhooks.Hook {
	w.t.Helper()
	all, err := w.hooks.List(w.t.Context())
	if err != nil || len(all) != 1 {
		w.t.Fatalf("%v: %v", all, err)
	}
	return all[0]
}

// Where a webhook may not be nothing is sent to, whatever the address is called; and what is no address of a webhook is not taken as one.
func TestWebhooksRefused(t *testing.T) {
	w := newWorld(t)
	r := w.receiver("reader")
	nowhere := webhooks.NewSender(nil)
	for _, address := range []string{r.URL, strings.Replace(r.URL, "http:", "https:", 1), strings.Replace(r.URL, "http://127.0.0.1", "https://localhost", 1), strings.Replace(r.URL, "127.0.0.1", "[::ffff:127.0.0.1]", 1)} {
		id, _, err := w.hooks.Add(t.Context(), webhooks.Request{Account: "reader", Name: "inside", Address: address})
		must(t, err)
		if err := w.hooks.Try(t.Context(), nowhere, id); err == nil || !strings.Contains(err.Error(), "--webhook-networks") {
			t.Errorf("%s: %v", address, err)
		}
		must(t, w.hooks.Remove(t.Context(), id))
	}
	sealed := testdb.Dump(t, w.hooks.DB)
	if strings.Contains(strings.Join(sealed, "\n"), strings.TrimPrefix(r.secret, "whsec_")) {
		t.Error("the secret is in the database")
	}
	must(t, w.hooks.Keys.Drop(r.id))
	if err := w.hooks.Try(t.Context(), webhooks.NewSender([]netip.Prefix{thisMachine}), r.id); err == nil || !strings.Contains(err.Error(), "signed") {
		t.Errorf("without its key: %v", err)
	}
	w.alter("MATCH (a:Account {id: 'other'}) SET a.state = 'SUSPENDED'")
	for _, row := range []struct {
		request webhooks.Request
		code    fault.Code
	}{
		{webhooks.Request{Account: "other", Name: "x", Address: "https://example.org"}, fault.Forbidden},
		{webhooks.Request{Account: "reader", Name: " ", Address: "https://example.org"}, fault.BadInput},
		{webhooks.Request{Account: "other", Name: strings.Repeat("å", 100), Address: "https://example.org"}, fault.Forbidden}, // and not for its name
		{webhooks.Request{Account: "other", Name: strings.Repeat("å", 101), Address: "https://example.org"}, fault.BadInput},
		{webhooks.Request{Account: "reader", Name: "x", Address: "example.org"}, fault.BadInput},
		{webhooks.Request{Account: "reader", Name: "x", Address: "ftp://example.org"}, fault.BadInput},
		{webhooks.Request{Account: "reader", Name: "x", Address: "https://user:secret@example.org"}, fault.BadInput},
		{webhooks.Request{Account: "reader", Name: "x", Address: "https:///path"}, fault.BadInput},
	} {
		if _, _, err := w.hooks.Add(t.Context(), row.request); fault.CodeOf(err) != row.code {
			t.Errorf("%+v: %v", row.request, err)
		}
	}
	for _, id := range []string{"", "unknown"} {
		if err := w.hooks.Remove(t.Context(), id); fault.CodeOf(err) != fault.NotFound {
			t.Errorf("%q is removed: %v", id, err)
		}
	}
	if diff := cmp.Diff(r.id, w.only().ID); diff != "" {
		t.Error(diff)
	}
}
