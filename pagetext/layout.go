package pagetext

import (
	"slices"
	"strings"

	"github.com/klippa-app/go-pdfium/responses"
)

// A PDF has no empty lines and no columns of blanks, only places. These say from which distance on there is one, in heights of a line.
const (
	paragraphGap = 0.9 // between two lines, beyond what lies between the lines of a paragraph
	columnGap    = 1.5 // between two characters of a line
)

// shownLine is a line of a page as it is shown.
type shownLine struct {
	text      strings.Builder
	low, high float64 // of what can be seen in it
	right     float64 // of the last character that can be seen
	seen      bool
}

func (l *shownLine) height() float64 { return l.high - l.low }

// laidOut gives the text of a page with an empty line where paragraphs part, and blanks where columns do.
func laidOut(characters []*responses.GetPageTextStructuredChar) string {
	lines := shownLines(characters)
	var heights []float64
	for _, line := range lines {
		if line.seen {
			heights = append(heights, line.height())
		}
	}
	if len(heights) == 0 {
		return ""
	}
	slices.Sort(heights)
	usual := heights[len(heights)/2]
	var page strings.Builder
	var before *shownLine
	for _, line := range lines {
		if before != nil && line.seen {
			gap := max(before.low-line.high, line.low-before.high)
			if gap > paragraphGap*usual || line.low > before.high {
				page.WriteString("\n")
			}
		}
		page.WriteString(line.text.String() + "\n")
		if line.seen {
			before = line
		}
	}
	return page.String()
}

func shownLines(characters []*responses.GetPageTextStructuredChar) []*shownLine {
	line := &shownLine{}
	lines := []*shownLine{line}
	for _, c := range characters {
		switch text := c.Text; {
		case text == "\r":
		case text == "\n":
			line = &shownLine{}
			lines = append(lines, line)
		case strings.TrimSpace(text) == "" || c.PointPosition.Top == c.PointPosition.Bottom:
			line.text.WriteString(text)
		default:
			line.see(c)
		}
	}
	return lines
}

// see adds a character that can be seen.
func (l *shownLine) see(c *responses.GetPageTextStructuredChar) {
	at := c.PointPosition
	low, high := min(at.Top, at.Bottom), max(at.Top, at.Bottom)
	if !l.seen {
		l.low, l.high, l.seen = low, high, true
	} else if at.Left-l.right > columnGap*max(l.height(), high-low) {
		l.text.WriteString("   ")
	}
	l.low, l.high, l.right = min(l.low, low), max(l.high, high), at.Right
	l.text.WriteString(c.Text)
}
