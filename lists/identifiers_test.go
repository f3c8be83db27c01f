package lists

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"partnernet/registry"
	"partnernet/sheet"
)

// numberIn reads one cell in a column of numbers, beside a country.
func numberIn(content sheet.Cell, field Field, country string) Row {
	r := &rowReader{kind: memberList, row: Row{Values: map[Field]Value{}}}
	if country != "" {
		r.row.Values[FieldCountry] = Value{Cell: "A2", Value: country}
	}
	memberList.fieldNamed(field).read(r, cell{Cell: content, field: field, reference: "B2"})
	return r.row
}

func TestNumbersOfMembers(t *testing.T) {
	text := func(s string) sheet.Cell { return sheet.Cell{Text: s} }
	number := func(s string) sheet.Cell { return sheet.Cell{Text: s, Kind: sheet.Number} }
	for _, each := range []struct {
		cell    sheet.Cell
		field   Field
		country string
		want    string
		problem ProblemCode
		says    string // part of what the first problem suggests
		why     string
	}{
		{text("556091-2148"), FieldNumber, "SE", swedish, "", "", "as people write it"},
		{text("SE556091214801"), FieldNumber, "SE", swedish, "", "", "a VAT number"},
		{text("NO 974 760 673 MVA"), FieldNumber, "NO", norwegian, "", "", "a Norwegian VAT number"},
		{text("974\u00a0760\u00a0673"), FieldNumber, "", norwegian, CountryFromNumber, "", "no country: nine digits with a check digit of Brønnøysund"},
		{number(swedish), FieldNumber, "", swedish, CountryFromNumber, "", "no country: ten digits with a check digit of Bolagsverket"},
		{text("5560912148.0"), FieldNumber, "SE", swedish, NumberRepaired, "", "a decimal number, as other programs save it"},
		{text("5560912148,00"), FieldNumber, "SE", swedish, NumberRepaired, "", "with a decimal comma"},
		{text("5,560,912,148"), FieldNumber, "SE", swedish, NumberRepaired, "", "in thousands"},
		{text("5.560912148E+09"), FieldNumber, "SE", swedish, NumberRepaired, "", "scientific, and no digit lost"},
		{text(`="5560912148"`), FieldNumber, "SE", swedish, NumberRepaired, "", "a formula that keeps the text, as some exports write"},
		{text("'5560912148"), FieldNumber, "SE", swedish, NumberRepaired, "", "an apostrophe that keeps the text"},
		{text("5.56091E+09"), FieldNumber, "SE", "", NumberShortened, "text", "scientific: four digits are lost"},
		{text("5,56091e+9"), FieldNumber, "SE", "", NumberShortened, "", "the same in Swedish"},
		{number("5560910000"), FieldNumber, "SE", "", NumberShortened, "hyphen", "such a number, saved and opened again"},
		{number("918837000"), FieldNumber, "", "918837000", CountryFromNumber, "", "ends in zeros, and its check digit is right"},
		{text("918837000"), FieldNumber, "NO", "918837000", NumberShortened, "Look whether", "such a number is one; that it looks like a shortened one is told"},
		{text("995789000"), FieldNumber, "NO", "995789000", NumberShortened, "", "another"},
		{text("9.95789E+08"), FieldNumber, "NO", "", NumberShortened, "text", "as a spreadsheet shows it, nothing tells the last digits"},
		{text("1.23457E+11"), FieldNumber, "", "", NumberShortened, "text", "spoiled"},
		{text("995789000"), FieldNumber, "SE", "", CountryContradicts, "", "of the other country"},
		{text("900000"), FieldPIC, "", "", NumberShortened, "", "a PIC has no check digit that would tell"},
		{number("5.5"), FieldNumber, "SE", "", NumberForm, "", "a fraction"},
		{sheet.Cell{Text: "1974-07-06", Kind: sheet.Date}, FieldNumber, "NO", "", NumberForm, "anew", "made a day of"},
		{text("556091-2149"), FieldNumber, "SE", "", NumberCheckDigit, "all its digits", "a wrong digit, and no lost zero"},
		{text("556091214"), FieldNumber, "SE", "", NumberForm, "does not explain", "a lost digit, and no zero in front"},
		{number("101010101"), FieldNumber, "SE", "", NumberForm, "person", "with a lost zero, born in 2001"},
		{number("101010101"), FieldNumber, "", "", NumberForm, "person", "the same without a country"},
		{number("555722400"), FieldNumber, "", "", NumberForm, "does not explain", "passes the Norwegian check, but no Norwegian number begins so: a Swedish one that lacks a digit"},
		{text("123456785"), FieldNumber, "", "", NumberForm, "If it is Norwegian, say so in a column Land", "has the form and the check digit of a Norwegian one, and is not guessed to be one"},
		{text("123 456 786"), FieldNumber, "", "", NumberForm, "If it is Norwegian, say so in a column Land", "has the form alone"},
		{text("123456785"), FieldNumber, "NO", "123456785", "", "", "told to be Norwegian"},
		{text("97476067"), FieldNumber, "NO", "", NumberForm, "does not explain", "Norwegian numbers begin with 8 or 9"},
		{text("974760674"), FieldNumber, "NO", "", NumberCheckDigit, "all its digits", "a wrong digit"},
		{text("850101-1232"), FieldNumber, "SE", "", NumberOfAPerson, "Leave the number out", "a sole trader's"},
		{text(norwegian), FieldNumber, "SE", "", CountryContradicts, "Correct the country", "right, in the other country"},
		{text(swedish), FieldNumber, "NO", "", CountryContradicts, "", "the other way"},
		{text("1234567-8"), FieldNumber, "FI", "1234567-8", NumberUnchecked, "", "another country's register"},
		{text("1234567"), FieldNumber, "", "", NumberForm, "which in a column Land", "another country's, without the country"},
		{text("5299000J2N45DDNE4Y28"), FieldLEI, "", "5299000J2N45DDNE4Y28", "", "", "an LEI"},
		{text("5299000J2N45DDNE4Y29"), FieldLEI, "", "", NumberCheckDigit, "", "an LEI mistyped"},
		{number("12345678901234567890"), FieldLEI, "", "", NumberShortened, "", "more digits than spreadsheets keep"},
		{number("12345678"), FieldPIC, "", "012345678", NumberRepaired, "Compare", "a zero is lost, and no check digit tells"},
		{text("999 999 999"), FieldPIC, "", "999999999", "", "", "whole"},
		{text("12345"), FieldPIC, "", "", NumberForm, "", "too many are missing to be zeros"},
		{text("-"), FieldNumber, "SE", "", "", "", "nothing"},
	} {
		row := numberIn(each.cell, each.field, each.country)
		wholly(t, row.Problems)
		problem := Problem{}
		if len(row.Problems) > 0 {
			problem = row.Problems[0]
		}
		if got := row.Value(each.field); got != each.want || problem.Code != each.problem || !strings.Contains(problem.Suggestion("en"), each.says) {
			t.Errorf("%s: got %q, %+v", each.why, got, problem)
		}
		if (each.want == "" && each.problem != "") != row.Refused() {
			t.Errorf("%s: refused: %v", each.why, row.Refused())
		}
	}
}

// valid draws a number whose check digits are right, and the country whose it is.
var valid = rapid.Custom(func(t *rapid.T) registry.Identifier {
	scheme, digits := registry.SwedishNumber, "55"
	if rapid.Bool().Draw(t, "Norwegian") {
		scheme, digits = registry.NorwegianNumber, "9"
	}
	length := map[registry.Scheme]int{registry.SwedishNumber: 9, registry.NorwegianNumber: 8}[scheme]
	for len(digits) < length {
		digits += strconv.Itoa(rapid.IntRange(2, 9).Draw(t, "digit"))
		if rapid.IntRange(0, 3).Draw(t, "zeros") == 0 && len(digits) > 3 {
			digits += strings.Repeat("0", min(length-len(digits), 4))
		}
	}
	for check := range 10 {
		if id, err := registry.ParseIdentifier(scheme, digits+strconv.Itoa(check)); err == nil {
			return id
		}
	}
	t.Skip("no check digit: such a number is not issued")
	return registry.Identifier{}
})

// mangled are the ways in which a number goes through spreadsheets.
var mangled = []func(*rapid.T, registry.Identifier) sheet.Cell{
	func(_ *rapid.T, id registry.Identifier) sheet.Cell {
		return sheet.Cell{Text: id.Value, Kind: sheet.Number}
	},
	func(_ *rapid.T, id registry.Identifier) sheet.Cell { return sheet.Cell{Text: id.Value} },
	func(_ *rapid.T, id registry.Identifier) sheet.Cell { return sheet.Cell{Text: id.Display()} },
	func(_ *rapid.T, id registry.Identifier) sheet.Cell { return sheet.Cell{Text: id.Value + ".0"} },
	func(_ *rapid.T, id registry.Identifier) sheet.Cell { return sheet.Cell{Text: id.Value + ",00"} },
	func(_ *rapid.T, id registry.Identifier) sheet.Cell { return sheet.Cell{Text: "'" + id.Value} },
	func(_ *rapid.T, id registry.Identifier) sheet.Cell { return sheet.Cell{Text: `="` + id.Value + `"`} },
	func(t *rapid.T, id registry.Identifier) sheet.Cell { // spaces and hyphens anywhere
		text := ""
		for _, digit := range id.Value {
			text += string(digit) + rapid.SampledFrom([]string{"", "", "", " ", "\u00a0", "-", "–"}).Draw(t, "between")
		}
		return sheet.Cell{Text: text}
	},
	func(t *rapid.T, id registry.Identifier) sheet.Cell { return sheet.Cell{Text: inScience(t, id.Value)} },
	func(t *rapid.T, id registry.Identifier) sheet.Cell { // and opened again, as a number
		value, _ := strconv.ParseFloat(inScience(t, id.Value), 64)
		return sheet.Cell{Text: strconv.FormatFloat(value, 'f', -1, 64), Kind: sheet.Number}
	},
	func(t *rapid.T, id registry.Identifier) sheet.Cell { // a digit dropped at either end
		return sheet.Cell{Text: rapid.SampledFrom([]string{id.Value[1:], id.Value[:len(id.Value)-1]}).Draw(t, "dropped"), Kind: sheet.Number}
	},
}

// inScience is a number as Excel shows it with the General form in a narrow column: five decimals at most.
func inScience(t *rapid.T, digits string) string {
	value, _ := strconv.ParseFloat(digits, 64)
	return fmt.Sprintf("%.*E", rapid.IntRange(0, 5).Draw(t, "decimals"), value)
}

// Whatever a spreadsheet does to a number, what is read is the number or nothing, or people are told to look.
func TestNoNumberIsReadWrongly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		id := valid.Draw(t, "number")
		cell := mangled[rapid.IntRange(0, len(mangled)-1).Draw(t, "way")](t, id)
		country := countryOfScheme[id.Scheme]
		if rapid.Bool().Draw(t, "without country") {
			country = ""
		}
		row := numberIn(cell, FieldNumber, country)
		switch {
		case row.Refused() && len(row.Identifiers) == 0:
		case slices.Contains(codes(row.Problems), NumberShortened) && cell.Text != id.Value: // a shortened one passes the check, one in ten: it is told
		case slices.Equal(row.Identifiers, []registry.Identifier{id}) && !row.Refused():
		default:
			t.Fatalf("%v as %v was read as %v, with %v", id, cell, row.Identifiers, row.Problems)
		}
	})
}

// What can be repaired for certain is.
func TestNumbersThatAreWholeAreRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		id := valid.Draw(t, "number")
		way := mangled[rapid.IntRange(0, 7).Draw(t, "way")]
		cell := way(t, id)
		if row := numberIn(cell, FieldNumber, countryOfScheme[id.Scheme]); row.Refused() {
			t.Fatalf("%v as %v was refused: %v", id, cell, row.Problems)
		}
	})
}

// A refused number is nowhere in what is told of its row: it may be a person's.
func TestARefusedNumberIsNotRepeated(t *testing.T) {
	for _, text := range []string{"850101-1232", "556091-2149", "5,56091E+09", "19850101-1232", "8501011232.0"} {
		row := numberIn(sheet.Cell{Text: text}, FieldNumber, "SE")
		if told := fmt.Sprint(row); !row.Refused() || strings.Contains(told, text) || strings.Contains(told, onlyDigits(text)) {
			t.Errorf("%s: %s", text, told)
		}
	}
}
