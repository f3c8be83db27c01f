package transport_test

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestInputsAreOfTheirTypes(t *testing.T) {
	w := newWorld(t)
	for _, row := range []struct {
		why, declared, argument string
		value                   string // JSON
		says                    string // empty: it is accepted
	}{
		{"the largest Int", "Int", "number", "2147483647", ""},
		{"the smallest Int", "Int", "number", "-2147483648", ""},
		{"one more than 32 bits hold", "Int", "number", "2147483648", "beyond the range of Int"},
		{"one less than 32 bits hold", "Int", "number", "-2147483649", "beyond the range of Int"},
		{"more than 64 bits hold", "Int", "number", "99999999999999999999", `$x: cannot use value "99999999999999999999" as Int`},
		{"a fraction is no Int", "Int", "number", "1.5", `$x: cannot use value "1.5" as Int`},
		{"a text is no Int", "Int", "number", `"5"`, "is not an Int"},
		{"an Int is a Float", "Float", "ratio", "1", ""},
		{"a text is no Float", "Float", "ratio", `"1.5"`, "is not a Float"},
		{"a number is no String", "String", "text", "5", "is not a String"},
		{"a text", "String", "text", `"5"`, ""},
		{"an ID may be a whole number", "ID", "id", "5", ""},
		{"an ID is no fraction", "ID", "id", "5.5", "is not an ID"},
		{"a value of an enum", "Colour", "colour", `"RED"`, ""},
		{"names of values are matched to the letter", "Colour", "colour", `"red"`, "none of the values of Colour"},
		{"a list", "[Int!]", "numbers", "[1, 2147483648]", "beyond the range of Int"},
		{"one value stands for a list of one", "[Int!]", "numbers", "2147483648", "beyond the range of Int"},
		{"a list that is right", "[Int!]", "numbers", "[1, 2]", ""},
		{"inside an object", "Input", "input", `{"inner": {"number": 2147483648}}`, "$x.inner.number: "},
		{"a list inside an object", "Input", "input", `{"numbers": [null, 2147483648]}`, "$x.numbers: "},
		{"one of several", "Choice", "choice", `{"id": "x"}`, ""},
		{"none of several", "Choice", "choice", `{}`, "exactly one key"},
		{"two of several", "Choice", "choice", `{"id": "x", "text": "x"}`, "exactly one key"},
		{"one of several, beside one that is null", "Choice", "choice", `{"id": "x", "text": null}`, "exactly one key"},
		{"one of several, and it is null", "Choice", "choice", `{"id": null}`, "exactly one key"},
		{"none of several, inside an object", "Input", "input", `{"choice": {}}`, "$x.choice: OneOf"},
		{"an object that is right", "Input", "input", `{"number": 1, "inner": {"numbers": [1, null]}}`, ""},
	} {
		t.Run(row.why, func(t *testing.T) {
			document := "query($x: " + row.declared + ") { echo(" + row.argument + ": $x) }"
			r := w.post(t, modern, `{"query": "`+document+`", "variables": {"x": `+row.value+`}}`)
			if row.says == "" && r.status != 200 || row.says != "" && (r.status != 400 || r.code() != "BAD_INPUT" || !strings.Contains(r.message(), row.says)) {
				t.Errorf("status %d, %s; want %q", r.status, r.text, row.says)
			}
		})
	}
}

func TestIntegersInTheDocument(t *testing.T) {
	w := newWorld(t)
	for _, row := range []struct {
		why, document string
		accepted      bool
	}{
		{"within 32 bits", "{ echo(number: 2147483647) }", true},
		{"beyond", "{ echo(number: 2147483648) }", false},
		{"beyond, in an object and a list", "{ echo(input: {inner: {numbers: [1, 2147483648]}}) }", false},
		{"beyond, in a fragment", "{ ...F } fragment F on Query { ... { echo(number: 2147483648) } }", false},
		{"beyond, as a default", "query($x: Int = 2147483648) { echo(number: $x) }", false},
		{"a Float may be large", "{ echo(ratio: 2147483648) }", true},
	} {
		t.Run(row.why, func(t *testing.T) {
			body, _ := json.Marshal(map[string]string{"query": row.document})
			r := w.post(t, modern, string(body))
			if row.accepted != (r.status == 200) || !row.accepted && !strings.Contains(r.message(), "beyond the range of Int") {
				t.Errorf("status %d: %s", r.status, r.text)
			}
		})
	}
}
