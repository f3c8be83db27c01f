package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"partnernet/registry"
	"partnernet/store"
)

const (
	importedCount = 10_000 // rows of the list of members
	importedTurns = 3      // how many times it is written in each way; the ways take turns
)

// compareImport measures a list of new members, sent to the registry as a whole, its reading, judging and the history of each record included,
// beside plain statements in one transaction: one merges the same organisations, numbers, places and memberships without any of that, the other writes the same
// history, too. What each has written is taken away again.
func (w *world) compareImport(ctx context.Context, server *child, out io.Writer) error {
	o := write{name: "importMembers"}
	if err := o.texts(); err != nil {
		return err
	}
	history, err := writeFiles.ReadFile("writes/importMembersWithHistory.cypher")
	if err != nil {
		return err
	}
	rows, few := newMembers(importedCount), newMembers(importedCount/10)
	var times [3][]time.Duration
	var like map[string]any
	for turn := range importedTurns + 1 {
		list := rows
		if turn == 0 { // the database's to learn from
			list = few
		}
		for i, write := range []func() error{
			func() error { return w.mergePlainly(ctx, o.cypher, list, nil) },
			func() error { return server.importMembers(ctx, o.mutation, list) },
			func() error { return w.mergePlainly(ctx, string(history), list, like) },
		} {
			took, err := w.timeImport(ctx, write, &like)
			if err != nil {
				return err
			}
			if turn > 0 {
				times[i] = append(times[i], took)
			}
		}
	}
	plain, ours, all := quantile(times[0], 0.5), quantile(times[1], 0.5), quantile(times[2], 0.5)
	perSecond := func(took time.Duration) float64 { return importedCount / took.Seconds() }
	fmt.Fprintln(out, "\n| import, rows a second | plain | plain, with the same history | registry | × plain | × plain with history |\n|---|--:|--:|--:|--:|--:|")
	fmt.Fprintf(out, "| %d members | %.0f | %.0f | %.0f | %.2f | %.2f |\n", importedCount, perSecond(plain), perSecond(all), perSecond(ours),
		float64(plain)/float64(ours), float64(all)/float64(ours))
	return nil
}

// readLike reads what the registry stores of one organisation and one membership of a list and of their changes, if it has written any: what is written by hand is to
// be the same.
func (w *world) readLike(ctx context.Context, like *map[string]any) error {
	rows, err := w.db.ReadRows(ctx, store.Statement{Text: `
MATCH (entered:Change {action: 'importMembers'})-[:CHANGED]->(o:Organisation)<-[:MEMBER]-(m:Membership)<-[:CHANGED]-(admitted:Change)
RETURN {Organisation: properties(o), Membership: properties(m), ofOrganisation: properties(entered), ofMembership: properties(admitted)} AS stored
LIMIT 1`})
	if err == nil && len(rows) == 1 {
		*like, _ = rows[0]["stored"].(map[string]any)
	}
	return err
}

// timeImport gives how long a list takes into a network of its own, and takes away what it has written.
func (w *world) timeImport(ctx context.Context, write func() error, like *map[string]any) (took time.Duration, err error) {
	began := time.Now().UTC()
	if err := w.newNetwork(ctx, began); err != nil {
		return 0, err
	}
	start := time.Now()
	err = write()
	took = time.Since(start)
	if *like == nil && err == nil {
		err = w.readLike(ctx, like)
	}
	return took, errors.Join(err, w.takeAway(ctx, began))
}

// takeAway takes away what was written since a time, be it by hand: a registry that is drawn has no numbers of a register and no places.
func (w *world) takeAway(ctx context.Context, began time.Time) error {
	return w.alone(ctx, `
MATCH (n)
WHERE n:Record AND coalesce(n.createdAt, $began) >= $began OR n:Identifier AND n.scheme <> 'OTHER' OR n:Location OR n:Command
  OR n:LikenessKey AND NOT EXISTS { MATCH (n)<-[:ALIKE_BY]-(o:Organisation) WHERE o.createdAt < $began }
CALL (n) {
  DETACH DELETE n
} IN TRANSACTIONS OF 2000 ROWS`, map[string]any{"began": began})
}

// alone sends a statement that makes transactions of its own.
func (w *world) alone(ctx context.Context, text string, params map[string]any) error {
	session := w.driver.NewSession(ctx, neo4j.SessionConfig{})
	defer session.Close(ctx)
	result, err := session.Run(ctx, text, params)
	if err != nil {
		return err
	}
	_, err = result.Consume(ctx)
	return err
}

// mergePlainly writes what a list tells by one statement, with the history that like is an example of, if any.
func (w *world) mergePlainly(ctx context.Context, text string, list [][]string, like map[string]any) error {
	keeper, err := w.keeper(ctx)
	if err != nil {
		return err
	}
	for _, properties := range like { // as of now, by which it is found and taken away
		if properties, is := properties.(map[string]any); is {
			properties["createdAt"], properties["updatedAt"] = time.Now().UTC(), time.Now().UTC()
			delete(properties, "id")
			delete(properties, "position")
		}
	}
	var rows []any
	for i, row := range list {
		since, err := time.Parse(time.DateOnly, row[5])
		if err != nil {
			return err
		}
		rows = append(rows, map[string]any{
			"organisation": id("Organisation", -1-i), "membership": id("Membership", -1-i), "number": strings.ReplaceAll(row[0], "-", ""),
			"name": row[1], "searchText": registry.Fold(row[1]), "sortKey": registry.SortKey(row[1]), "municipality": row[2], "homepage": row[6],
			"codes": []any{row[7]}, "from": since,
			"entered": id("Change", -1-2*i), "admitted": id("Change", -2-2*i), "position": 2 * i, "keys": registry.AlikeKeys(row[1]),
		})
	}
	return run(ctx, w.db, store.Statement{Text: text, Params: map[string]any{
		"rows": rows, "network": emptyNetwork, "source": id("Source", 0), "account": keeper, "like": like}})
}

// keeper gives the id of the account in whose name the registry writes.
func (w *world) keeper(ctx context.Context) (any, error) {
	return w.db.Read(ctx, store.Statement{Text: "MATCH (account:Account) RETURN account.id AS id LIMIT 1"})
}

// importMembers sends a list as a file, and asks that every row be new.
func (c *child) importMembers(ctx context.Context, mutation string, list [][]string) error {
	body, kind, err := form(mutation, map[string]any{"input": map[string]any{"network": emptyNetwork, "file": nil}}, list)
	if err != nil {
		return err
	}
	post, err := http.NewRequestWithContext(ctx, http.MethodPost, c.url, body)
	if err != nil {
		return err
	}
	post.Header.Set("Content-Type", kind)
	post.Header.Set("GraphQL-Preflight", "1")
	post.Header.Set("Authorization", "Bearer "+c.token)
	answer, err := answerTo(http.DefaultClient, post)
	if err == nil && !bytes.Contains(answer, fmt.Appendf(nil, `{"verdict":"NEW","count":%d}`, len(list))) {
		err = fmt.Errorf("not all of %d rows are new: %.500s", len(list), answer)
	}
	return err
}

// form writes a request with the list as a file, by the GraphQL multipart request specification.
func form(query string, variables map[string]any, list [][]string) (body *bytes.Buffer, kind string, err error) {
	operations, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		return nil, "", err
	}
	body = new(bytes.Buffer)
	parts := multipart.NewWriter(body)
	file := func() error {
		w, err := parts.CreateFormFile("0", "list.csv")
		if err != nil {
			return err
		}
		lines := csv.NewWriter(w)
		return errors.Join(lines.Write(headings), lines.WriteAll(list))
	}
	err = errors.Join(parts.WriteField("operations", string(operations)), parts.WriteField("map", `{"0": ["variables.input.file"]}`), file(), parts.Close())
	return body, parts.FormDataContentType(), err
}

// headings are those of the list of new members.
var headings = []string{"Organisationsnummer", "Namn", "Kommun", "Land", "Roll", "Medlem sedan", "Hemsida", "SNI"}

// newMembers gives the lines of a list of so many members whom the registry does not hold.
func newMembers(many int) (rows [][]string) {
	for number := 0; len(rows) < many; number++ {
		for check := range 10 {
			id, err := registry.ParseIdentifier(registry.SwedishNumber, fmt.Sprintf("556%06d%d", 200_000+number, check))
			if err == nil {
				rows = append(rows, []string{id.Display(), "Företag nummer " + strconv.Itoa(number) + " AB", "Östersund", "Sverige", "Medlem",
					registry.Date{Year: 2020, Month: 1, Day: 1}.AddDays(number % 1000).String(), fmt.Sprintf("https://example.org/%d", number), "25.40"})
			}
		}
	}
	return rows
}
