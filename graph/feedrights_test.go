package graph_test

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"slices"
	"testing"
	"time"

	"partnernet/graph"
	"partnernet/ledger"
	"partnernet/registry"
	"partnernet/store"
	"partnernet/testdb"
	"partnernet/testworld"
)

// What had been read for a subscriber and not been sent yet is not sent any more once the subscriber may not see it.
func TestNothingIsHeardAfterARightIsGone(t *testing.T) {
	db, h := withReader(t)
	mustRecord(t, db, 1, 0)
	secret := recordSecrets(t, db, 20)

	ctx, hangUp := context.WithCancel(graph.WithViewer(t.Context(), graph.Viewer{Account: "reader", Language: "en"}))
	defer hangUp()
	reading, writing := io.Pipe()
	slow := &slowClient{header: http.Header{}, waits: make(chan struct{}), wakes: make(chan struct{}), pipe: writing}
	request := subscription(ctx, t, "/", before(t, db))
	go h.ServeHTTP(slow, request)
	go func() { _, _ = io.CopyN(io.Discard, reading, 3) }() // the comment that opens the stream
	<-slow.waits                                            // all that there is has been read for it

	alter(t, db, "MATCH (g:Grant) MATCH (a:Access) SET g.state = 'ENDED', a.version = a.version + 1")
	mustRecord(t, db, 1, 1)
	last := changeOf(t, db, "Document 1")
	public := make(chan heard)
	go listen(ctx, streamed(graph.WithViewer(ctx, graph.Public), t, db, h), public)
	for (<-public).ID != last { // the server knows then that rights have been changed: that was before
	}

	close(slow.wakes)
	told := make(chan heard)
	go listen(ctx, reading, told)
	for change := range told {
		if slices.Contains(secret, change.ID) {
			t.Errorf("the change %s is heard after the right is gone", change.ID)
		}
		if change.ID == last {
			return
		}
	}
}

// Subscribers who ask the same at the same place hear what each of them may, and those who may hear the same share what is read.
func TestSubscribersHearWhatTheyMay(t *testing.T) {
	db, h := withReader(t)
	ctx, hangUp := context.WithCancel(t.Context())
	defer hangUp()
	var all []chan heard
	for _, viewer := range []graph.Viewer{{Account: "reader", Language: "en"}, graph.Public, graph.Coordinator, graph.Public, {Account: "reader", Language: "en"}} {
		changes := make(chan heard)
		go listen(ctx, streamed(graph.WithViewer(ctx, viewer), t, db, h), changes)
		all = append(all, changes)
	}
	mustRecord(t, db, 1, 0)
	secret := recordSecrets(t, db, 5)
	mustRecord(t, db, 1, 1)
	total := 3 + len(secret) + 1
	for _, each := range []int{0, 2, 4} {
		inOrder(t, db, all[each], total)
	}
	for _, each := range []int{1, 3} {
		for _, due := range []int{1, 2, 3, total} {
			if at := position(t, db, <-all[each]); at != due {
				t.Errorf("the public hears change %d where %d was due", at, due)
			}
		}
	}
}

// withReader gives a registry with an account that reads what is for members of a network.
func withReader(t *testing.T) (*store.DB, *graph.Handler) {
	t.Helper()
	db := testdb.Open(t)
	h := testworld.GraphQL(t, db, time.Now)
	alter(t, db, `
CREATE (:Record:Account {id: 'reader', name: 'reader', state: 'ACTIVE'})<-[:GRANTEE]-(:Record:Grant {id: 'g', role: 'READER', state: 'ACTIVE'})-[:OVER]->(n:Record:Network {id: 'n', audience: 0})
CREATE (:Audience {number: 4, class: 'MEMBERS'})-[:AUDIENCE_OF]->(n)`)
	return db, h
}

// alter changes what the database holds as another server does.
func alter(t *testing.T, db *store.DB, statement string) {
	t.Helper()
	if err := db.Write(t.Context(), func(ctx context.Context, tx store.Tx) error {
		_, err := tx.Run(ctx, store.Statement{Text: statement})
		return err
	}); err != nil {
		t.Fatal(err)
	}
}

// recordSecrets enters documents for members, and gives the ids of their changes.
func recordSecrets(t *testing.T, db *store.DB, count int) (changes []string) {
	t.Helper()
	telling := ledger.Telling{Actor: "test", Action: "record", Source: ledger.DerivedID("source")}
	for i := range count {
		title := fmt.Sprintf("Secret %d", i)
		telling.Records = append(telling.Records, ledger.Record{Type: "Document", ID: ledger.DerivedID(title), Values: map[string]any{"title": title},
			Audience: registry.AudienceOf(registry.Members, "n")})
	}
	if _, err := ledger.New(db, schema(t), time.Now).Tell(t.Context(), telling); err != nil {
		t.Fatal(err)
	}
	for i := range count {
		changes = append(changes, changeOf(t, db, fmt.Sprintf("Secret %d", i)))
	}
	return changes
}

// changeOf gives the id of the change that entered a document.
func changeOf(t *testing.T, db *store.DB, title string) string {
	t.Helper()
	rows, err := db.ReadRows(t.Context(), store.Statement{
		Text: "MATCH (c:Change)-[:CHANGED]->(:Document {title: $title}) RETURN c.id AS id", Params: map[string]any{"title": title}})
	if err != nil || len(rows) != 1 {
		t.Fatalf("the change of %s: %v %v", title, rows, err)
	}
	return rows[0]["id"].(string)
}
