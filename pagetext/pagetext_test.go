package pagetext

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/fault"
	"partnernet/registry"
)

func readBytes(t *testing.T, content []byte) (*Text, error) {
	t.Helper()
	return Read(t.Context(), bytes.NewReader(content), int64(len(content)))
}

func fixture(t *testing.T, name string) []byte {
	t.Helper()
	content, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// wordFile packs parts of a Word document, by name.
func wordFile(t *testing.T, parts map[string]string) []byte {
	t.Helper()
	var file bytes.Buffer
	archive := zip.NewWriter(&file)
	for name, text := range parts {
		part, err := archive.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

const document = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`

// What is shown of a PDF is read: letters of both languages, ligatures, columns one after the other, words that were divided, and the head and
// foot of pages once.
func TestPDFIsReadAsItIsShown(t *testing.T) {
	text, err := readBytes(t, fixture(t, "decision.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	flow := text.Flow().Text
	for _, said := range []string{
		"Dnr 2024-0815", "”Fjällfiske – effektiv förflyttning, flåsande\nsøknad og ærlig måling”", "35 % av", "362 060 kronor", "Små- och medelstora", "affärer, konflikthantering",
		"Dnr 2024-0815    Sida 1 (2)\n\nBeslut", "här.\n\nHöger", "bevilger inntil kr 500 000", "Informationssäkerhetsmyndigheternas", "samfunnssikkerhetsarbeid fortsetter", "Slutrapport ska lämnas",
	} {
		if !strings.Contains(flow, said) {
			t.Errorf("%q is missing in\n%s", said, flow)
		}
	}
	if strings.Index(flow, "Vänster") > strings.Index(flow, "Höger") || strings.Count(flow, "Dnr") != 1 || strings.Contains(flow, "Postadress") {
		t.Error(flow)
	}
	if len(text.Pages) != 2 || text.Format != PDF || len(text.SHA256) != 64 {
		t.Errorf("%d pages of %s, %q", len(text.Pages), text.Format, text.SHA256)
	}
}

// Every place in the flow is the place on a page where the same stands.
func TestPlacesInTheFlowArePlacesOnPages(t *testing.T) {
	text := &Text{Pages: []string{"Myndigheten   Sida 1\nBeslut\nom medfinan-\n siering till Sverige-\nNorge, små- \noch stora\nadress", "Myndigheten   Sida 2\nav åtta företag\nadress"}}
	flow := text.Flow()
	if want := "Myndigheten   Sida 1\nBeslut\nom medfinansiering till Sverige-Norge, små- och stora\n\nav åtta företag\n\n"; flow.Text != want {
		t.Errorf("%q, not %q", flow.Text, want)
	}
	for _, row := range []struct {
		words string
		want  []string
	}{
		{"Beslut", []string{"1: Beslut"}},
		{"medfinansiering", []string{"1: medfinan-\n siering"}},
		{"Sverige-Norge", []string{"1: Sverige-\nNorge"}},
		{"stora\n\nav åtta", []string{"1: stora\nadress", "2: av åtta"}},
	} {
		at := strings.Index(flow.Text, row.words)
		var got []string
		for _, span := range flow.Spans(at, at+len(row.words)) {
			got = append(got, fmt.Sprintf("%d: %s", span.Page, string([]rune(text.Pages[span.Page-1])[span.From:min(span.To, len([]rune(text.Pages[span.Page-1])))])))
		}
		if diff := cmp.Diff(row.want, got); diff != "" {
			t.Errorf("%q: %s", row.words, diff)
		}
	}
}

func TestWordIsRead(t *testing.T) {
	text, err := readBytes(t, wordFile(t, map[string]string{
		"word/header1.xml":    `<w:hdr xmlns:w="x"><w:p><w:r><w:t>Dnr 12-34</w:t></w:r></w:p></w:hdr>`,
		"word/header2.xml":    `<w:hdr xmlns:w="x"><w:p><w:r><w:t>Dnr 12-34</w:t></w:r></w:p></w:hdr>`,
		"word/vbaProject.bin": "Sub AutoOpen()",
		"word/document.xml": document + `<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr><w:r><w:t>Beslut</w:t><w:tab/><w:t xml:space="preserve"> om stöd</w:t></w:r></w:p>` +
			`<w:p><w:del><w:r><w:delText>1</w:delText><w:t>2</w:t></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>hemligt</w:t></w:r><w:r><w:t>35 %</w:t></w:r><w:r><w:br w:type="page"/><w:t>Sida två</w:t></w:r></w:p></w:body></w:document>`,
	}))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"Dnr 12-34\nBeslut  om stöd\n35 %", "Sida två\n"}, text.Pages); diff != "" {
		t.Error(diff)
	}
	if !text.Macros || text.Format != Word {
		t.Errorf("%v %s", text.Macros, text.Format)
	}
}

func TestPlainTextIsReadInAnyEncoding(t *testing.T) {
	for name, content := range map[string]string{
		"UTF-8":        "\ufeffBeslut om ﬁnansiering på 5 %\fsida två",
		"Windows-1252": "Beslut om finansiering p\xe5 5 %\x0csida tv\xe5",
		"UTF-16":       "\xff\xfeB\x00e\x00s\x00l\x00u\x00t\x00 \x00o\x00m\x00 \x00f\x00i\x00n\x00a\x00n\x00s\x00i\x00e\x00r\x00i\x00n\x00g\x00 \x00p\x00\xe5\x00 \x005\x00\xa0\x00%\x00\x0c\x00s\x00i\x00d\x00a\x00 \x00t\x00v\x00\xe5\x00",
		"decomposed":   "Beslut om finansiering pa\u030a 5 %\fsida tva\u030a",
	} {
		text, err := readBytes(t, []byte(content))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if diff := cmp.Diff([]string{"Beslut om finansiering på 5 %", "sida två"}, text.Pages); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// Where an empty line stands below every line, as in copies from web pages, a full line goes on in the next one, and a short one or a sentence ends there.
func TestLinesWithAnEmptyOneBetweenThem(t *testing.T) {
	lines := []string{"Beslut", "Datum 2019-04-08", "Dnr 3.2.3-410-2019", "Villkor", "Bidraget lämnas som ett organisationsbidrag enligt förordningen", "(2014:108) om statsbidrag och redovisas senast den 1 april", "2020.",
		"Beslutet har fattats av avdelningschefen efter föredragning.", "(Bilaga 1)", "Skäl"}
	flow := (&Text{Pages: []string{strings.Join(lines, "\n\n")}}).Flow().Text
	for _, said := range []string{"enligt förordningen\n(2014:108) om", "den 1 april\n2020.", "Villkor\n\nBidraget", "föredragning.\n\n(Bilaga"} {
		if !strings.Contains(flow, said) {
			t.Errorf("%q is missing in %q", said, flow)
		}
	}
	tight := (&Text{Pages: []string{strings.Join(lines[:5], "\n") + "\n\n" + strings.Join(lines[5:], "\n")}}).Flow().Text
	if !strings.Contains(tight, "enligt förordningen\n\n(2014:108)") {
		t.Errorf("lines that stand close were joined in %q", tight)
	}
}

// A hyphen at the end of a line that belongs to a day, a number or two names stays, and the line goes on.
func TestHyphensThatAreTheTextsOwn(t *testing.T) {
	for text, want := range map[string]string{"den 2025-01-\n15 och": "den 2025-01-15 och\n\n", "2025\u00ad01-15": "2025-01-15\n\n", "Sverige\u00adNorge": "Sverige-Norge\n\n", "be\u00adslut": "beslut\n\n"} {
		read, err := readBytes(t, []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		if got := read.Flow().Text; got != want {
			t.Errorf("%q: %q, not %q", text, got, want)
		}
	}
}

// Each file that is not read is refused with its own words, in three languages.
func TestFilesThatAreNotRead(t *testing.T) {
	huge := document + "<w:p><w:r><w:t>" + strings.Repeat("0", maxUnpacked) + "</w:t></w:r></w:p></w:body></w:document>"
	for name, row := range map[string]struct {
		content []byte
		says    string
	}{
		"a scan":                   {fixture(t, "scanned.pdf"), "PDF-filen har ingen text"},
		"a locked PDF":             {fixture(t, "encrypted.pdf"), "låst med ett lösenord"},
		"a PDF that was cut":       {fixture(t, "decision.pdf")[:400], "skadad"},
		"no PDF but its beginning": {[]byte("%PDF-1.7\n"), "skadad"},
		"500 pages":                {fixture(t, "500-pages.pdf"), "har 500 sidor; ett beslut har högst 200"},
		"nothing":                  {[]byte(" \n"), "Det finns ingen text"},
		"a picture":                {[]byte("\x89PNG\r\n\x1a\n0000"), "en bild"},
		"an old Word file":         {[]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 600)), "äldre Office-format"},
		"a web page":               {[]byte("<!DOCTYPE html><p>Beslut"), "en webbsida"},
		"bytes":                    {bytes.Repeat([]byte{0, 1, 2, 3, 'a'}, 100), "varken PDF"},
		"a packed file":            {wordFile(t, map[string]string{"a.txt": "a"}), "inget Word-dokument"},
		"a cut Word file":          {wordFile(t, map[string]string{"word/document.xml": document})[:60], "skadad"},
		"Word without its end":     {wordFile(t, map[string]string{"word/document.xml": document + "<w:p><w:r"}), "skadad"},
		"a bomb":                   {wordFile(t, map[string]string{"word/document.xml": huge}), "uppackad större"},
		"a long text":              {bytes.Repeat([]byte("ord "), MaxCharacters/3), "fler än 400000 tecken"},
		"many pages of text":       {bytes.Repeat([]byte("a\f"), MaxPages+1), "har 201 sidor"},
	} {
		_, err := readBytes(t, row.content)
		if fault.CodeOf(err) != fault.BadInput || !strings.Contains(registry.Sentence(err, "sv"), row.says) {
			t.Errorf("%s: %v: %s", name, err, registry.Sentence(err, "sv"))
		}
		if said := registry.Sentence(err, "nb"); said == registry.Sentence(err, "sv") || said == registry.Sentence(err, "en") {
			t.Errorf("%s: no Norwegian: %s", name, said)
		}
	}
	if _, err := Read(t.Context(), bytes.NewReader(nil), MaxBytes+1); fault.CodeOf(err) != fault.BadInput {
		t.Error(err)
	}
}

// A part of a Word document that unpacks to more than it says is given up at the bound.
func TestWordThatLiesAboutItsSize(t *testing.T) {
	content := wordFile(t, map[string]string{"word/document.xml": document + strings.Repeat(" ", maxUnpacked+1)})
	at := bytes.LastIndex(content, []byte("PK\x01\x02"))
	copy(content[at+24:], []byte{1, 0, 0, 0}) // the size unpacked, in the directory at the end
	if _, err := readBytes(t, content); fault.CodeOf(err) != fault.BadInput {
		t.Error(err)
	}
}

func TestTextsAreThereInEachLanguage(t *testing.T) {
	for key, said := range phrases {
		if len(said) != len(registry.Languages) {
			t.Errorf("%s: %d languages", key, len(said))
		}
	}
}
