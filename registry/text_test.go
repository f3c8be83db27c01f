package registry

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"partnernet/fault"
)

// Spellings of one word on either side of the border, and on a keyboard without its letters, fold to one.
func TestFoldMeets(t *testing.T) {
	for _, row := range []struct {
		spellings []string
		want      string
		why       string
	}{
		{[]string{"Jämtland", "Jamtland", "JÄMTLAND", "Jaemtland", "Jæmtland", norm.NFD.String("Jämtland")}, "jamtland", "ä, æ and ae"},
		{[]string{"Øresund", "Öresund", "Oresund", "Oeresund"}, "oresund", "ø, ö and oe"},
		{[]string{"Trøndelag", "Trondelag", "Tröndelag"}, "trondelag", "a Norwegian county as Swedes write it"},
		{[]string{"Ålesund", "Aalesund", "Alesund"}, "alesund", "å and aa"},
		{[]string{"IUC Z-Group AB", " iuc  z group ab."}, "iuc z group ab", "hyphens, spaces and full stops"},
		{[]string{"Stål & Verkstad", "Stål &Verkstad", "stal/verkstad"}, "stal verkstad", "signs between words"},
		{[]string{"Guovdageaidnu–Kautokeino", "guovdageaidnu kautokeino"}, "guovdageaidnu kautokeino", "two names of one place"},
		{[]string{"Đeanu gielda", "deanu gielda"}, "deanu gielda", "a Sami letter"},
		{[]string{"Öland'S", "Ölands", "Öland’s"}, "olands", "an apostrophe within a word"},
		{[]string{"", "–", " "}, "", "nothing to search for"},
	} {
		for _, spelling := range row.spellings {
			if got := Fold(spelling); got != row.want {
				t.Errorf("%q (%s): got %q, want %q", spelling, row.why, got, row.want)
			}
		}
	}
}

func TestFoldedTextStaysAsItIs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringMatching(`[aeoåäöæøœ' -]{0,12}`)).Draw(t, "text")
		once := Fold(text)
		if twice := Fold(once); twice != once {
			t.Fatalf("%q folds to %q, that to %q", text, once, twice)
		}
		if got := Fold(norm.NFD.String(text)); got != once {
			t.Fatalf("%q taken apart folds to %q, whole to %q", text, got, once)
		}
		if upper := Fold(strings.ToUpper(Fold(text))); upper != once {
			t.Fatalf("%q in capitals folds to %q", once, upper)
		}
	})
}

// Texts that look the same are the same, however they were typed or copied.
func TestComposedText(t *testing.T) {
	const family = "👨\u200d👩\u200d👧"
	for _, row := range []struct{ text, want, why string }{
		{norm.NFD.String("Østersunds ÅÄÖ"), "Østersunds ÅÄÖ", "letters and their marks"},
		{" \tÅre kommun\n", "Åre kommun", "space around it"},
		{"en rad\noch  en till", "en rad\noch  en till", "lines and spaces within it"},
		{"\ufeffJämt\u00adlands\u200b län", "Jämtlands län", "what pages and files have for programs"},
		{"\u202eBA\u202c tsetforP", "BA tsetforP", "another direction of writing"},
		{family, family, "one emoji of several"},
		{"Sámediggi đŋŧž", "Sámediggi đŋŧž", "Sami letters"},
		{"\u200b \u2060", "", "nothing that shows"},
	} {
		if got := Composed(row.text); got != row.want {
			t.Errorf("%q (%s): got %q, want %q", row.text, row.why, got, row.want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		once := Composed(rapid.String().Draw(t, "text"))
		if twice := Composed(once); twice != once {
			t.Fatalf("%q becomes %q", once, twice)
		}
	})
}

func TestSortKeyOrdersAcrossTheBorder(t *testing.T) {
	want := []string{
		"Aalesund", "Arvika kommun", "AvAsta", "Eda", "Éda", "Eda kommun", "Vänersborg", "Wargön", "Zpark",
		"Ålesund", "Ånge", "Åre", "Älvdalen", "Ærø", "Öland", "Ørland", "Östersund", "Øyer",
	}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, func(a, b string) int { return strings.Compare(SortKey(a), SortKey(b)) })
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestWithoutLegalForm(t *testing.T) {
	for _, row := range []struct{ name, want, why string }{
		{"IUC Z-Group AB", "iuc z group", "at the end"},
		{"Iuc Z-Group Aktiebolag", "iuc z group", "written out"},
		{"Z-Group AB (publ)", "z group", "two, one in brackets"},
		{"Mobile Heights Ab (Svb)", "mobile heights", "with limited distribution of profit"},
		{"AB Östgötatrafiken", "ostgotatrafiken", "at the beginning"},
		{"Aktiebolaget Kristianstadsbyggen", "kristianstadsbyggen", "written out at the beginning"},
		{"Future innovations AS", "future innovations", "Norwegian"},
		{"Future innovations A/S", "future innovations", "Norwegian, with a stroke"},
		{"Coompanion Västernorrland ek. för.", "coompanion vasternorrland", "abbreviated"},
		{"Glava Energy Center Ekonomisk förening", "glava energy center", "two words"},
		{"Vätgas Sverige Ideell Förening", "vatgas sverige", "a non-profit association"},
		{"Stiftelsen Jamtli", "jamtli", "a foundation"},
		{"Värmlands skogsskola, Stiftelsen", "varmlands skogsskola", "a foundation, as registers sort it"},
		{"Frivilligsentralen Ås", "frivilligsentralen as", "a place, not a legal form"},
		{"Ås kommune", "as kommune", "a place at the beginning"},
		{"Arvika Kommun", "arvika kommun", "what the body is stays"},
		{"Bostadsaktiebolaget Svedalahem", "bostadsaktiebolaget svedalahem", "within a longer word it stays"},
		{"AB", "ab", "nothing else would be left"},
	} {
		if got := WithoutLegalForm(row.name); got != row.want {
			t.Errorf("%q (%s): got %q, want %q", row.name, row.why, got, row.want)
		}
	}
}

func TestSoughtText(t *testing.T) {
	for _, row := range []struct{ text, want, why string }{
		{"Storsjö Exempelmekaniska Aktiebolag", "storsjo exempelmekaniska", "the name may be kept with another form, or none"},
		{"östgötatrafiken ab", "ostgotatrafiken", "or with the form before it"},
		{"AB Kosters", "kosters", "the form is at the beginning"},
		{"future innovations a/s", "future innovations", "with a stroke"},
		{"ab", "ab", "nothing else would be left"},
		{"\u0301 AB", "ab", "a mark alone is nothing that is left"},
		{"Ås", "as", "a place"},
		{"Frivilligsentralen Ås", "frivilligsentralen as", "a place at the end"},
		{"kabel ab-", "kabel", "signs are none"},
		{"№ 5", "no 5", "without a form it is as the names are folded"},
		{"", "", "nothing"},
		{"🦌", "", "nothing to look for"},
	} {
		if got := SoughtText(row.text); got != row.want {
			t.Errorf("%q (%s): got %q, want %q", row.text, row.why, got, row.want)
		}
	}
}

func TestLikelySameName(t *testing.T) {
	const not, spelling, form, wording = 0, 0.95, 0.9, 0.7
	for _, row := range []struct {
		a, b string
		want float64
		why  string
	}{
		{"EDA KOMMUN", "Eda kommun", spelling, "capitals"},
		{"Svinesundskommittén", "Svinesundskommitten", spelling, "an accent"},
		{"Energikontor Syd", "Energikontor Syd AB", form, "with and without its legal form"},
		{"Sweden Water Research Ab", "Sweden Water Research Aktiebolag", form, "short and written out"},
		{"Lysekil Kommun", "Lysekils kommun", wording, "with and without a genitive s"},
		{"Högskolan I Skövde", "Högskolan Skövde", wording, "with and without i"},
		{"LÄNSSTYRELSEN I SKÅNE LÄN", "Länsstyrelsen Skåne", wording, "the county named or not"},
		{"Science City Skellefteå AB", "Skellefteå Science City", wording, "another order of words"},
		{"Innovatum AB", "Innovatum Science Park", not, "a group's companies are different bodies"},
		{"Region Skåne", "Region Skåne AB i Lund", not, "one name within another proves nothing"},
		{"Halmstads kommun", "Härnösands kommun", not, "two municipalities"},
		{"Länsstyrelsen Skåne", "Region Skåne", not, "a state and a regional authority"},
		{"X AS", "X Ås", not, "a legal form and a place"},
		{"–", "?", not, "nothing in them to compare"},
	} {
		likeness, alike := LikelySameName(row.a, row.b)
		if likeness.Score != row.want || alike != (row.want != not) || alike != (likeness.Reason != "") {
			t.Errorf("%q, %q (%s): got %v, %v; want %v", row.a, row.b, row.why, likeness, alike, row.want)
		}
	}
}

// Likeness does not depend on who is asked about whom, holds for a name and itself, and survives a legal form.
func TestLikelySameNameLaws(t *testing.T) {
	names := rapid.StringMatching(`[A-Za-zÅÄÖØåäöø]{2,6}( (i|län|AB|kommun|[A-Za-zåäö]{2,6}s?)){0,2}`)
	rapid.Check(t, func(t *rapid.T) {
		a, b := names.Draw(t, "a"), names.Draw(t, "b")
		there, alikeThere := LikelySameName(a, b)
		back, alikeBack := LikelySameName(b, a)
		if there != back || alikeThere != alikeBack {
			t.Fatalf("%v, %v; the other way round %v, %v", there, alikeThere, back, alikeBack)
		}
		if _, alike := LikelySameName(a, a+" AB"); !alike {
			t.Fatalf("%q is not like itself with a legal form", a)
		}
	})
}

func TestCheckText(t *testing.T) {
	for _, row := range []struct {
		text     string
		required bool
		rule     string
		why      string
	}{
		{"Nordens gröna bälte", true, "", "a text"},
		{"Två rader\nmed\tindrag", true, "", "line breaks and tabs are typed"},
		{"", false, "", "it may be empty"},
		{"", true, RuleRequired, "a name is not empty"},
		{" \t\n", true, RuleRequired, "nor only space"},
		{"\u200b \ufeff", true, RuleRequired, "nor what shows nothing"},
		{"IUC\x1fZ-Group", false, RuleReadable, "a separator that no key of a keyboard gives"},
		{strings.Repeat("å", 30), true, "", "as long as it may be"},
		{strings.Repeat("å", 31), false, RuleLength, "a character longer"},
		{"IUC\x00", true, RuleReadable, "a nought, which databases stumble over"},
	} {
		checkRule(t, row.why, CheckText(row.text, row.required, 30), row.rule == "", fault.BadInput, row.rule)
	}
}

func TestCheckLanguage(t *testing.T) {
	for _, row := range []struct {
		tag   string
		legal bool
		why   string
	}{
		{"sv", true, "Swedish"},
		{"nb-NO", true, "with its country"},
		{"sma", true, "Southern Sami"},
		{"Swedish", false, "a name, not a tag"},
	} {
		checkRule(t, row.why, CheckLanguage(row.tag), row.legal, fault.BadInput, RuleLanguage)
	}
}

func TestCheckSHA256(t *testing.T) {
	digest := hex.EncodeToString(sha256.New().Sum(nil))
	checkRule(t, "of nothing", CheckSHA256(digest), true, fault.BadInput, RuleDigest)
	checkRule(t, "in capitals", CheckSHA256(strings.ToUpper(digest)), true, fault.BadInput, RuleDigest)
	checkRule(t, "a digit short", CheckSHA256(digest[1:]), false, fault.BadInput, RuleDigest)
	checkRule(t, "no hexadecimal digit", CheckSHA256("g"+digest[1:]), false, fault.BadInput, RuleDigest)
}
