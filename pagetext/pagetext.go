// Package pagetext reads a PDF, a Word document or plain text of unknown origin into pages of text. It runs nothing that a file holds, follows
// no link in it, and refuses what is larger or longer than any honest decision before that costs much.
package pagetext

import (
	"bytes"
	"context"
	"crypto/sha256"
	_ "embed" // the texts
	"encoding/hex"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"partnernet/fault"
	"partnernet/registry"
)

// The bounds of a file.
const (
	MaxBytes      = 16 << 20 // of the file
	MaxPages      = 200
	MaxCharacters = 400_000  // of its text
	maxUnpacked   = 32 << 20 // of any part of a Word document, unpacked, in bytes
)

// Format is the kind of file that a text was read from.
type Format string

// The kinds of file that are read.
const (
	PDF   Format = "PDF"
	Word  Format = "Word"
	Plain Format = "text"
)

// Text is a file's text, page by page.
type Text struct {
	Format Format
	SHA256 string   // of the file, in hex
	Pages  []string // in Unicode's composed form, with lines ended by a line feed
	Macros bool     // whether the file has macros, which are not run
}

// textsText says why a file is not read, in each language.
//
//go:embed texts.yaml
var textsText []byte

var phrases = registry.ReadPhrases(textsText)

// refuse gives the error of a file that is not read, by the key of what is said.
func refuse(cause error, key string, about registry.About) error {
	return phrases.Fault(fault.BadInput, cause, key, about)
}

// Read finds out by its content what kind of file it is, and gives its text. The size is the file's in bytes: a file over MaxBytes is refused
// unread. All errors about the file are BAD_INPUT and say what to do.
func Read(ctx context.Context, file io.ReaderAt, size int64) (*Text, error) {
	if size > MaxBytes {
		return nil, refuse(nil, "file.large", registry.About{"most": strconv.Itoa(MaxBytes >> 20)})
	}
	content := make([]byte, size)
	if n, err := file.ReadAt(content, 0); int64(n) < size {
		return nil, refuse(err, "file.short", nil)
	}
	if len(bytes.TrimSpace(content)) == 0 {
		return nil, refuse(nil, "file.empty", nil)
	}
	text, err := read(ctx, content)
	if err != nil {
		return nil, err
	}
	digest := sha256.Sum256(content)
	text.SHA256 = hex.EncodeToString(digest[:])
	return text, text.settle()
}

func read(ctx context.Context, content []byte) (*Text, error) {
	switch beginning := content[:min(len(content), 1024)]; {
	case bytes.Contains(beginning, []byte("%PDF-")):
		return readPDF(ctx, content)
	case bytes.HasPrefix(content, []byte("PK\x03\x04")):
		return readWord(content)
	case refusedKind(content) != "":
		return nil, refuse(nil, refusedKind(content), nil)
	}
	return readPlain(content)
}

// settle brings the pages into their one form, and refuses a text that is too long, and a file without any.
func (t *Text) settle() error {
	characters, marked := 0, false
	for i, page := range t.Pages {
		page = ownHyphen.ReplaceAllString(norm.NFC.String(strings.Map(settled, ligatures.Replace(page))), "$1-$2")
		t.Pages[i] = page
		characters += utf8.RuneCountInString(page)
		marked = marked || strings.TrimSpace(page) != ""
	}
	switch {
	case len(t.Pages) > MaxPages:
		return tooManyPages(len(t.Pages))
	case characters > MaxCharacters:
		return refuse(nil, "text.long", registry.About{"most": strconv.Itoa(MaxCharacters)})
	case !marked && t.Format == PDF:
		return refuse(nil, "pdf.scanned", nil)
	case !marked:
		return refuse(nil, "file.empty", nil)
	}
	return nil
}

func tooManyPages(pages int) error {
	return refuse(nil, "pages.many", registry.About{"pages": strconv.Itoa(pages), "most": strconv.Itoa(MaxPages)})
}

// ligatures are written as the letters that they join, line ends as line feeds.
var ligatures = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st", "ﬆ", "st", "\r\n", "\n", "\r", "\n")

// softHyphen stands at the end of a line within a word: by Unicode, and as pdfium tells a hyphen that it takes for one.
const softHyphen = '\u00ad'

// ownHyphen finds a hyphen that was taken for one within a word and is the text's own: in a day, a number or a name of two.
var ownHyphen = regexp.MustCompile(`(\p{L}|\d)\x{ad}(\p{Lu}|\d)`)

// settled gives a character as it is kept: every blank is a space, and what cannot be seen is left out.
func settled(r rune) rune {
	switch {
	case r == '\n', r == softHyphen:
		return r
	case r == '\x02', r == '\ufffe':
		return softHyphen
	case r == '\t', r == '\u00a0', r >= '\u2000' && r <= '\u200a', r == '\u202f', r == '\u205f', r == '\u3000':
		return ' '
	case r < ' ', r == '\x7f', r >= '\u200b' && r <= '\u200f', r == '\ufeff', r == '\u2060':
		return -1
	case r >= '\uf000' && r <= '\uf0ff', strings.ContainsRune("▪■●◦‣", r):
		return '•' // office programs write bullets in fonts of symbols
	case r == '\u2010', r == '\u2011':
		return '-'
	}
	return r
}
