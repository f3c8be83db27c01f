package brreg_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"partnernet/brreg"
	"partnernet/fault"
	"partnernet/ledger"
	"partnernet/registry"
	"partnernet/store"
	"partnernet/testdb"
	"partnernet/testworld"
)

func TestMain(m *testing.M) { testdb.Main(m) }

var must = testworld.Must

// register is a server that answers as the register's API does, by its OpenAPI document.
type register struct {
	*httptest.Server
	units    map[string]map[string]any
	removed  []string
	updates  []map[string]any
	requests int
	broken   int // how many of the next requests it cannot answer
}

func newRegister(t testing.TB) *register {
	t.Helper()
	r := &register{units: map[string]map[string]any{}}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /enheter", r.search)
	mux.HandleFunc("GET /enheter/{number}", r.unit)
	mux.HandleFunc("GET /oppdateringer/enheter", r.updated)
	r.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, request *http.Request) {
		r.requests++
		if r.broken > 0 {
			r.broken--
			w.WriteHeader(http.StatusServiceUnavailable)
			return
		}
		mux.ServeHTTP(w, request)
	}))
	t.Cleanup(r.Close)
	return r
}

func (r *register) search(w http.ResponseWriter, request *http.Request) {
	units := []map[string]any{}
	for number := range strings.SplitSeq(request.FormValue("organisasjonsnummer"), ",") {
		if unit, is := r.units[number]; is {
			units = append(units, unit)
		}
	}
	answer(w, "enheter", units)
}

func (r *register) unit(w http.ResponseWriter, request *http.Request) {
	number := request.PathValue("number")
	switch unit, is := r.units[number]; {
	case is:
		_ = json.NewEncoder(w).Encode(unit)
	case slices.Contains(r.removed, number):
		w.WriteHeader(http.StatusGone)
	default:
		w.WriteHeader(http.StatusNotFound)
	}
}

func (r *register) updated(w http.ResponseWriter, request *http.Request) {
	from, _ := strconv.Atoi(request.FormValue("oppdateringsid")) // 0 where a day is asked for
	var updates []map[string]any
	for _, u := range r.updates {
		if u["oppdateringsid"].(int) >= from {
			updates = append(updates, u)
		}
	}
	answer(w, "oppdaterteEnheter", updates)
}

func answer(w http.ResponseWriter, name string, list []map[string]any) {
	embedded := map[string]any{"page": map[string]any{"totalElements": len(list)}}
	if len(list) > 0 {
		embedded["_embedded"] = map[string]any{name: list}
	}
	_ = json.NewEncoder(w).Encode(embedded) // the client is there
}

// tell has the register tell something of a unit, and of the change.
func (r *register) tell(number, name string, more map[string]any) {
	unit := map[string]any{"organisasjonsnummer": number, "navn": name, "organisasjonsform": map[string]any{"kode": "AS", "beskrivelse": "Aksjeselskap"},
		"naeringskode1": map[string]any{"kode": "62.100"}, "naeringskode2": map[string]any{"kode": "00.000"}, "stiftelsesdato": "2001-02-03", "konkurs": false,
		"forretningsadresse": map[string]any{"kommunenummer": "5006", "kommune": "STEINKJER", "adresse": []any{"Kongens gate 1"}}}
	maps.Copy(unit, more)
	r.units[number] = unit
	r.updates = append(r.updates, map[string]any{"oppdateringsid": len(r.updates) + 1, "organisasjonsnummer": number})
}

// world is a database with organisations, and a register.
type world struct {
	t        *testing.T
	db       *store.DB
	ledger   *ledger.Ledger
	register *register
}

var numbers = []string{"974760673", "889640782", "914778271", "923609016"}

// newWorld gives organisations with Norwegian numbers: one that the register will say the same of, one whose standing a list has told, one without a word, one that it lacks.
func newWorld(t *testing.T) *world {
	t.Helper()
	db := testdb.Open(t)
	w := &world{t, db, ledger.New(db, testworld.Model(t), now), newRegister(t)}
	document, source := ledger.DerivedID("list"), ledger.DerivedID("source")
	records := []ledger.Record{
		{Type: "Document", ID: document, Values: map[string]any{"title": "A list"}},
		{Type: "Source", ID: source, Values: map[string]any{"retrievedAt": now()}, Links: map[string][]string{"document": {document}}},
	}
	for i, number := range numbers {
		values := map[string]any{"legalName": fmt.Sprintf("Eksempel %d AS", i), "country": "NO"}
		if i == 1 {
			values["status"] = "ACTIVE"
		}
		records = append(records, ledger.Record{Type: "Organisation", ID: ledger.DerivedID(number), Values: values,
			Parts: map[string][]ledger.Part{"identifiers": {{Key: map[string]any{"scheme": "NO_BRC", "value": number}}}}})
	}
	_, err := w.ledger.Tell(t.Context(), ledger.Telling{Actor: "test", Action: "import", Source: source, Records: records})
	must(t, err)
	w.register.tell(numbers[0], "EKSEMPEL 0 AS", nil)
	w.register.tell(numbers[1], "EKSEMPEL 1 AS", map[string]any{"konkurs": true})
	w.register.tell(numbers[2], "EKSEMPEL TO AS", map[string]any{"slettedato": "2024-05-01"})
	w.register.tell("999999999", "NOBODY'S", nil)
	return w
}

func now() time.Time { return time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC) }

// sync brings the organisations up to date.
func (w *world) sync(how func(*brreg.Sync, *brreg.Client) (brreg.Outcome, error)) (brreg.Outcome, error) {
	c := brreg.NewClient(w.register.URL)
	c.Pause = time.Millisecond
	return how(&brreg.Sync{DB: w.db, Ledger: w.ledger, Now: now, Actor: "test"}, c)
}

func (w *world) all() brreg.Outcome {
	w.t.Helper()
	outcome, err := w.sync(func(s *brreg.Sync, c *brreg.Client) (brreg.Outcome, error) { return s.All(w.t.Context(), c) })
	must(w.t, err)
	return outcome
}

func (w *world) changed() (outcome brreg.Outcome, requests int) {
	w.t.Helper()
	before := w.register.requests
	outcome, err := w.sync(func(s *brreg.Sync, c *brreg.Client) (brreg.Outcome, error) { return s.Changed(w.t.Context(), c) })
	must(w.t, err)
	return outcome, w.register.requests - before
}

// shown gives what is held of the organisations, with what sources say otherwise.
func (w *world) shown() map[string]string {
	w.t.Helper()
	rows, err := w.db.ReadRows(w.t.Context(), store.Statement{Text: `
		MATCH (o:Organisation)-[:HAS_IDENTIFIER]->(i:Identifier)
		RETURN i.value AS number, [o.legalName, o.legalForm, o.status, toString(o.foundedOn), head([(o)-[:HAS_LOCATION]->(l) | l.municipality])] + coalesce(o.industryCodes, []) AS values,
		  COLLECT { MATCH (o)-[:HAS_CLAIM]->(c:Claim) RETURN c.field + '=' + c.value ORDER BY c.field, c.value } AS claims`})
	must(w.t, err)
	shown := map[string]string{}
	for _, row := range rows {
		shown[row["number"].(string)] = fmt.Sprintf("%v%v", row["values"], row["claims"])
	}
	return shown
}

// What the register says is added; what it says otherwise stands beside what is held, bankruptcy and deletion too. Asking again changes nothing.
func TestOrganisationsAreKeptUpToDate(t *testing.T) {
	w := newWorld(t)
	outcome := w.all()
	if outcome.Held != len(numbers) || outcome.Read != 3 || len(outcome.Recorded) != 3 || !slices.Equal(outcome.Missing, numbers[3:]) {
		t.Errorf("the outcome is %+v", outcome)
	}
	want := map[string]string{
		numbers[0]: "[Eksempel 0 AS AS ACTIVE 2001-02-03 Steinkjer 62.100][]",
		numbers[1]: "[Eksempel 1 AS AS ACTIVE 2001-02-03 Steinkjer 62.100][status=ACTIVE status=BANKRUPT]",
		numbers[2]: "[Eksempel 2 AS AS DISSOLVED 2001-02-03 Steinkjer 62.100][legalName=EKSEMPEL TO AS legalName=Eksempel 2 AS]",
		numbers[3]: "[Eksempel 3 AS <nil> <nil> <nil> <nil>][]",
	}
	if diff := cmp.Diff(want, w.shown()); diff != "" {
		t.Error(diff)
	}
	before := testdb.Dump(t, w.db)
	if again := w.all(); len(again.Recorded) != 0 {
		t.Errorf("asked again, %d are recorded", len(again.Recorded))
	}
	if diff := cmp.Diff(before, testdb.Dump(t, w.db)); diff != "" {
		t.Errorf("asked again: %s", diff)
	}
}

// Only what has changed is asked for, from where the changes were read last.
func TestOnlyWhatHasChangedIsAskedFor(t *testing.T) {
	w := newWorld(t)
	if first, _ := w.changed(); len(first.Recorded) != 3 {
		t.Errorf("at first %d are recorded", len(first.Recorded))
	}
	if none, requests := w.changed(); none.Read != 0 || requests != 1 {
		t.Errorf("nothing has changed, and %d are read with %d requests", none.Read, requests)
	}
	w.register.tell(numbers[0], "EKSEMPEL 0 AS", map[string]any{"underAvvikling": true})
	w.register.removed = append(w.register.removed, numbers[3])
	w.register.updates = append(w.register.updates, map[string]any{"oppdateringsid": len(w.register.updates) + 1, "organisasjonsnummer": numbers[3]})
	if some, _ := w.changed(); some.Read != 2 || len(some.Recorded) != 2 {
		t.Errorf("of two changes it is %+v", some)
	}
	shown := w.shown()
	if !strings.Contains(shown[numbers[0]], "ACTIVE 2001") || !strings.Contains(shown[numbers[0]], "status=IN_LIQUIDATION") || !strings.Contains(shown[numbers[3]], "DISSOLVED") {
		t.Errorf("it shows %v", shown)
	}
}

// A register that is away for a moment is asked again. One that stays away is told, and what was recorded stays.
func TestARegisterThatIsAway(t *testing.T) {
	w := newWorld(t)
	w.register.broken = 2
	if outcome := w.all(); outcome.Read != 3 {
		t.Errorf("it read %d", outcome.Read)
	}
	w.register.broken = 100
	_, err := w.sync(func(s *brreg.Sync, c *brreg.Client) (brreg.Outcome, error) { return s.All(t.Context(), c) })
	if fault.CodeOf(err) != fault.Unavailable {
		t.Errorf("it is away: %v", err)
	}
}

// The file of all units is read unit by unit. What is damaged is told, and what stands before it is recorded.
func TestTheFileOfAllUnits(t *testing.T) {
	w := newWorld(t)
	var units []map[string]any
	for _, number := range append([]string{"999999999"}, numbers[:2]...) {
		units = append(units, w.register.units[number])
	}
	text, err := json.Marshal(units)
	must(t, err)
	read := func(text string) (brreg.Outcome, error) {
		return w.sync(func(s *brreg.Sync, c *brreg.Client) (brreg.Outcome, error) {
			return s.File(t.Context(), c.Address, strings.NewReader(text))
		})
	}
	cut := string(text[:len(text)-20])
	if outcome, err := read(cut); fault.CodeOf(err) != fault.BadInput || !strings.Contains(err.Error(), "from unit 3 on") || outcome.Read != 1 {
		t.Errorf("a file that is cut: %+v, %v", outcome, err)
	}
	if outcome, err := read(string(text)); err != nil || outcome.Read != 2 || len(outcome.Recorded) != 1 {
		t.Errorf("the whole file: %+v, %v", outcome, err)
	}
	if _, err := read(`{"enheter": []}`); fault.CodeOf(err) != fault.BadInput {
		t.Errorf("another file: %v", err)
	}
	if _, known := registry.MunicipalityOfCode("NO", "0000"); known {
		t.Error("there is no municipality 0000")
	}
}
