package transport_test

import (
	"net/http"
	"net/url"
	"testing"
)

// TestAudit asks what the reference audit suite of GraphQL over HTTP (the serverAudits of the graphql-http project) asks, under its
// identifiers. Each row is one request and what its answer must be.
func TestAudit(t *testing.T) {
	w := newWorld(t)
	const typename, invalid = `{"query":"{ __typename }"}`, `{"query":"{ 8f31403dfe404bccbb0e835f2629c6a7 }"}`
	const typeByName, coercion = `{"query":"query Type($name: String!) { __type(name: $name) { name } }","variables":{"name":"sometype"}}`,
		`{"query":"query CoerceFailure($id: ID!){ __typename }","variables":{"id":null}}`
	urlQuery := func(text, variables string) string {
		values := url.Values{"query": {text}}
		if variables != "" {
			values.Set("variables", variables)
		}
		return "?" + values.Encode()
	}
	type row struct {
		id, requires         string
		method, accept, kind string // of the request
		target, body         string
		low, high            int    // the statuses allowed
		answers              string // the kind of the answer; empty: any
		clean, noData        bool   // no errors entry; no data entry
	}
	post := func(id, requires, accept, body string, status int) row {
		return row{id: id, requires: requires, method: "POST", accept: accept, kind: plain, body: body, low: status, high: status}
	}
	clean := func(r row) row { r.clean = true; return r }
	answering := func(r row, kind string) row { r.answers = kind; return r }
	withoutData := func(r row) row { r.noData = true; return r }
	within := func(r row, low, high int) row { r.low, r.high = low, high; return r }

	rows := []row{
		answering(post("22EB", "SHOULD accept application/graphql-response+json and match it", modern, typename, 200), modern),
		answering(post("4655", "MUST accept application/json and match it", plain, typename, 200), plain),
		answering(post("47DE", "SHOULD answer */* with application/json", "*/*", typename, 200), plain),
		answering(post("80D8", "SHOULD assume application/json without Accept", "", typename, 200), plain),
		post("82A3", "MUST use UTF-8", "", typename, 200),
		{id: "BF61", requires: "MUST accept UTF-8", method: "POST", kind: plain + "; charset=utf-8", body: `{"query":"{ __type(name: \"Run🏃Swim🏊\") { name } }"}`, low: 200, high: 200},
		post("78D5", "MUST assume UTF-8", "", typename, 200),
		post("2C94", "MUST accept POST", "", typename, 200),
		{id: "5A70", requires: "MAY accept URL-encoded GET", method: "GET", target: urlQuery("{ __typename }", ""), low: 200, high: 200},
		{id: "9C48", requires: "MAY NOT allow mutations by GET", method: "GET", accept: modern, target: urlQuery("mutation { __typename }", ""), low: 400, high: 499},
		{id: "9ABE", requires: "SHOULD refuse POST without content type", method: "POST", body: typename, low: 400, high: 499},
		post("03D4", "MUST accept application/json", "", typename, 200),
		post("A5BF", "MAY answer 400 to no body", "", "", 400),
		post("423L", "MAY answer 400 to a missing query", modern, `{"notquery":"{ __typename }"}`, 400),
		post("34A2", "SHOULD allow a string query", modern, typename, 200),
		clean(post("13EE", "MUST allow a string query", plain, typename, 200)),
		post("8161", "SHOULD allow a string operationName", modern, `{"operationName":"Query","query":"query Query { __typename }"}`, 200),
		clean(post("B8B3", "MUST allow a string operationName", plain, `{"operationName":"Query","query":"query Query { __typename }"}`, 200)),
		post("2EA1", "SHOULD allow a map of variables", modern, typeByName, 200),
		clean(post("28B9", "MUST allow a map of variables", plain, typeByName, 200)),
		{id: "D6D5", requires: "MAY allow variables in a URL", method: "GET", accept: modern, target: urlQuery("query Type($name: String!) { __type(name: $name) { name } }", `{"name":"sometype"}`), low: 200, high: 200, clean: true},
		{id: "6A70", requires: "MAY allow variables in a URL", method: "GET", accept: plain, target: urlQuery("query Type($name: String!) { __type(name: $name) { name } }", `{"name":"sometype"}`), low: 200, high: 200, clean: true},
		post("428F", "SHOULD allow a map of extensions", modern, `{"query":"{ __typename }","extensions":{"some":"value"}}`, 200),
		clean(post("1B7A", "MUST allow a map of extensions", plain, `{"query":"{ __typename }","extensions":{"some":"value"}}`, 200)),
		within(post("B6DC", "MAY answer 2xx, 4xx or 5xx to broken JSON", plain, `{ "not a JSON`, 0), 200, 599),
		post("BCF8", "SHOULD answer 400 to broken JSON", plain, `{ "not a JSON`, 400),
		post("B7N8", "SHOULD answer 400 to broken JSON", modern, `{ "not a JSON`, 400),
		within(post("8764", "MAY answer 4xx or 5xx to invalid parameters", "", `{"qeury":"{ __typename }"}`, 0), 400, 599),
		post("3E3A", "MAY answer 400 to invalid parameters", "", `{"qeury":"{ __typename }"}`, 400),
		post("572B", "SHOULD answer 200 to a document that does not parse", plain, `{"query":"{"}`, 200),
		post("FDE2", "SHOULD answer 200 to a document that is not valid", plain, invalid, 200),
		post("7B9B", "SHOULD answer 200 to variables that cannot be coerced", plain, coercion, 200),
		within(post("865D", "SHOULD answer 4xx or 5xx to a document that does not parse", modern, `{"query":"{"}`, 0), 400, 599),
		post("556A", "SHOULD answer 400 to a document that does not parse", modern, `{"query":"{"}`, 400),
		withoutData(post("D586", "SHOULD not have data for a document that does not parse", modern, `{"query":"{"}`, 400)),
		within(post("51FE", "SHOULD answer 4xx or 5xx to a document that is not valid", modern, invalid, 0), 400, 599),
		post("74FF", "SHOULD answer 400 to a document that is not valid", modern, invalid, 400),
		withoutData(post("5E5B", "SHOULD not have data for a document that is not valid", modern, invalid, 400)),
		post("86EE", "SHOULD answer 400 to variables that cannot be coerced", modern, coercion, 400),
	}
	for i, wrong := range []string{`{"obj":"ect"}`, `0`, `false`, `["array"]`} {
		n := string(rune('0' + i))
		rows = append(rows,
			post("LKJ"+n, "MAY answer 400 to a query that is no string", "", `{"query":`+wrong+`}`, 400),
			post("6C0"+n, "MAY answer 400 to an operationName that is no string", "", `{"query":"{ __typename }","operationName":`+wrong+`}`, 400))
	}
	for i, wrong := range []string{`"string"`, `0`, `false`, `["array"]`} {
		n := string(rune('0' + i))
		rows = append(rows,
			post("476"+n, "MAY answer 400 to variables that are no map", "", `{"query":"{ __typename }","variables":`+wrong+`}`, 400),
			post("58B"+n, "MAY answer 400 to extensions that are no map", "", `{"query":"{ __typename }","extensions":`+wrong+`}`, 400))
	}
	for i, name := range []string{"variables", "operationName", "extensions"} {
		n := string(rune('0' + i))
		rows = append(rows,
			clean(post("94B"+n, "SHOULD allow null for "+name, modern, `{"query":"{ __typename }","`+name+`":null}`, 200)),
			clean(post("022"+n, "MUST allow null for "+name, plain, `{"query":"{ __typename }","`+name+`":null}`, 200)))
	}

	for _, row := range rows {
		t.Run(row.id+" "+row.requires, func(t *testing.T) {
			header := map[string]string{}
			if row.accept != "" {
				header["Accept"] = row.accept
			}
			if row.kind != "" {
				header["Content-Type"] = row.kind
			}
			r := w.ask(t, row.method, row.target, row.body, header)
			if r.status < row.low || r.status > row.high {
				t.Errorf("%s, want %d to %d", http.StatusText(r.status), row.low, row.high)
			}
			if row.answers != "" && r.kind != row.answers {
				t.Errorf("answered as %s, want %s", r.kind, row.answers)
			}
			if _, has := r.body["errors"]; has && row.clean {
				t.Errorf("errors: %s", r.text)
			}
			if _, has := r.body["data"]; has && row.noData {
				t.Errorf("data: %s", r.text)
			}
		})
	}
}
