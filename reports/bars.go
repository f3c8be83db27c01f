package reports

import (
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// A chart of bars stands in the Markdown as a block of code in the language "bars", a line each: label, a bar of blocks, value. That reads
// in any viewer. In HTML the same block is drawn as SVG.
const (
	barsLanguage = "bars"
	barSign      = "│" // between the label and its bar
	barBlock     = "■"
	longestBar   = 30 // blocks
)

// bar is one bar of a chart: its label, and a number.
type bar struct {
	label string
	value int
}

// barsText writes bars as a block of code. No bars give no chart.
func barsText(bars []bar) string {
	if len(bars) == 0 {
		return ""
	}
	most, widest := 1, 0
	for _, b := range bars {
		most, widest = max(most, b.value), max(widest, utf8.RuneCountInString(b.label))
	}
	var text strings.Builder
	text.WriteString("```" + barsLanguage + "\n")
	for _, b := range bars {
		blocks := strings.Repeat(barBlock, (b.value*longestBar+most-1)/most)
		fmt.Fprintf(&text, "%-*s %s%s %d\n", widest, b.label, barSign, blocks, b.value)
	}
	text.WriteString("```\n")
	return text.String()
}

// readBar reads a line of such a block.
func readBar(line string) (bar, bool) {
	at := strings.LastIndex(line, barSign)
	if at < 0 {
		return bar{}, false
	}
	value, err := strconv.Atoi(strings.TrimSpace(strings.TrimLeft(line[at+len(barSign):], barBlock)))
	return bar{label: strings.TrimSpace(line[:at]), value: value}, err == nil
}

// The measures of a chart, in pixels of its own.
const (
	chartWidth  = 680
	labelWidth  = 300
	valueWidth  = 50
	barHeight   = 14
	rowHeight   = 22
	labelLength = 46 // characters; the whole label is in the row's title
)

// barsSVG draws bars.
func barsSVG(bars []bar) string {
	most := 1
	for _, b := range bars {
		most = max(most, b.value)
	}
	var svg strings.Builder
	fmt.Fprintf(&svg, `<svg xmlns="http://www.w3.org/2000/svg" role="img" class="bars" viewBox="0 0 %d %d" width="%d">`+"\n", chartWidth, len(bars)*rowHeight, chartWidth)
	for i, b := range bars {
		top, length := i*rowHeight, b.value*(chartWidth-labelWidth-valueWidth)/most
		fmt.Fprintf(&svg, `<g><title>%s: %d</title><text x="%d" y="%d" text-anchor="end">%s</text>`, escaped(b.label), b.value, labelWidth-8, top+barHeight, escaped(shortened(b.label)))
		fmt.Fprintf(&svg, `<rect x="%d" y="%d" width="%d" height="%d"/><text x="%d" y="%d">%d</text></g>`+"\n", labelWidth, top+2, length, barHeight, labelWidth+length+6, top+barHeight, b.value)
	}
	svg.WriteString("</svg>\n")
	return svg.String()
}

func shortened(label string) string {
	if runes := []rune(label); len(runes) > labelLength {
		return string(runes[:labelLength-1]) + "…"
	}
	return label
}

// escaped gives a text as HTML and XML both take it.
func escaped(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // a Builder does not fail
	return b.String()
}

// barsRenderer draws blocks of code as bars: reports have no others.
type barsRenderer struct{}

// RegisterFuncs registers the drawing with goldmark.
func (r *barsRenderer) RegisterFuncs(registry renderer.NodeRendererFuncRegisterer) {
	registry.Register(ast.KindFencedCodeBlock, r.render)
}

func (r *barsRenderer) render(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	block := node.(*ast.FencedCodeBlock)
	var bars []bar
	lines := block.Lines()
	for i := range lines.Len() {
		line := lines.At(i)
		if b, ok := readBar(string(line.Value(source))); ok {
			bars = append(bars, b)
		}
	}
	_, err := w.WriteString(barsSVG(bars))
	return ast.WalkSkipChildren, err
}
