package registry

import (
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// textLikeness is the cosine of the angle between two statements' vectors: 0 when they share nothing, 1 when they are the same. Known is
// false when one has no words. It is what the database computes of stored vectors.
func textLikeness(a, b string) (likeness float64, known bool) {
	v, w := TextVector(a), TextVector(b)
	if v == nil || w == nil {
		return 0, false
	}
	var product, lengthV, lengthW int
	for i := range v {
		product += v[i] * w[i]
		lengthV += v[i] * v[i]
		lengthW += w[i] * w[i]
	}
	return float64(product) / math.Sqrt(float64(lengthV)*float64(lengthW)), true
}

// Statements that mean the same are more alike than others, in either language and across the two.
func TestTextLikenessKnowsWhatIsAlike(t *testing.T) {
	for _, row := range []struct{ statement, alike, other, why string }{
		{"Reservkraft till äldreboenden", "Reservkraftverk att hyra", "Nyckelband till alla deltagare", "a part of a compound word"},
		{"Vi behöver cybersäkerhet", "Tjenester innen cybersikkerhet", "Lagerplass for pukk", "cognates spelled differently"},
		{"Krisberedskap i kommunen", "Beredskapsøvelser", "Tolkning til polsk", "the later part of a compound word"},
		{"Extra kapacitet i station", "Ekstra kapasitet på stasjonen", "Rengöring av tak", "spellings that differ by rule"},
		{"RADIO för fjället", "radioer til fjellet", "Vinterdekk og felger", "capitals, endings and å ä ö ø æ"},
		{"Vatten och el", "Vatten med el", "Och det som är till för oss", "common words tell nothing"},
	} {
		alike, _ := textLikeness(row.statement, row.alike)
		other, _ := textLikeness(row.statement, row.other)
		if alike <= other {
			t.Errorf("%q is as like %q (%.2f) as %q (%.2f); %s", row.statement, row.other, other, row.alike, alike, row.why)
		}
	}
}

func TestTextLikenessLaws(t *testing.T) {
	texts := rapid.StringMatching(`[a-zåäöøæ]{2,8}( [A-Za-zåäöøæ]{1,12}){0,5}`)
	rapid.Check(t, func(t *rapid.T) {
		a, b := texts.Draw(t, "a"), texts.Draw(t, "b")
		there, known := textLikeness(a, b)
		back, _ := textLikeness(b, a)
		if there != back || there < 0 || there > 1+1e-9 {
			t.Fatalf("%q and %q are %v alike, the other way round %v", a, b, there, back)
		}
		if self, _ := textLikeness(a, a); known && self < 1-1e-9 {
			t.Fatalf("%q is only %v like itself", a, self)
		}
	})
}

// Nothing can be said of a statement without words: it is unknown, not unlike.
func TestNoWordsNoVector(t *testing.T) {
	for _, text := range []string{"", " – ", "och i på", "?"} {
		if vector := TextVector(text); vector != nil {
			t.Errorf("%q has the vector %v", text, vector)
		}
		if _, known := textLikeness(text, "reservkraft"); known {
			t.Errorf("%q is compared", text)
		}
	}
	if slices.Max(TextVector("reservkraft")) == 0 {
		t.Error("a word has an empty vector")
	}
}

func TestSharedWords(t *testing.T) {
	for _, row := range []struct {
		need, offer string
		want        []string
		why         string
	}{
		{"Vi behöver dieselelverk", "Dieselaggregat till uthyrning", []string{"dieselaggregat"}, "both begin alike"},
		{"Radio i fjällen", "Radionät och radioer", []string{"radionät", "radioer"}, "one begins with the other"},
		{"Kommunen saknar pumpar", "Kommunikasjon med innbyggere", nil, "five letters are not enough"},
		{"Mat till skolan", "Matematik", nil, "nor is a short word"},
		{"Övning för personal", "Øvelse og øvning", []string{"øvning"}, "spellings of either side"},
		{"Hjälp till alla som behöver", "Hjälp", []string{"hjälp"}, "a word that is no common one in either list"},
	} {
		if diff := cmp.Diff(row.want, SharedWords(row.need, row.offer)); diff != "" {
			t.Errorf("%q, %q: %s; %s", row.need, row.offer, diff, row.why)
		}
	}
}
