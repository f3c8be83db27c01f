package reports

import (
	"bytes"
	_ "embed" // the look of the page
	"html/template"
	"regexp"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"

	"partnernet/fault"
)

//go:embed page.html
var pageText string

//go:embed page.css
var pageStyle string

var pageTemplate = template.Must(template.New("page").Parse(pageText))

// barsFirst is before goldmark's own renderer of code, which has 1000.
const barsFirst = 100

// toHTML turns a report's Markdown into HTML. Raw HTML in it is left out, as goldmark does by default.
var toHTML = goldmark.New(
	goldmark.WithExtensions(extension.Table),
	goldmark.WithRendererOptions(html.WithXHTML(), renderer.WithNodeRenderers(util.Prioritized(&barsRenderer{}, barsFirst))),
)

// dayCell is a cell of a table that is a day, which is not to be broken into two lines at its hyphens.
var dayCell = regexp.MustCompile(`<td>(\d{4}-\d{2}-\d{2}</td>)`)

// pageOf makes the page of a report: it carries its own style and drawings, and its policy lets it fetch nothing.
func pageOf(language, title, markdown string) (string, error) {
	var body, page bytes.Buffer
	if err := toHTML.Convert([]byte(markdown), &body); err != nil {
		return "", fault.Wrap(fault.Internal, err, "The report could not be turned into HTML. It has been logged.")
	}
	err := pageTemplate.Execute(&page, map[string]any{
		"Language": language, "Title": title, "Style": template.CSS(pageStyle), "Body": template.HTML(dayCell.ReplaceAllString(body.String(), `<td class="day">$1`)),
	})
	if err != nil {
		return "", fault.Wrap(fault.Internal, err, "The report could not be turned into HTML. It has been logged.")
	}
	return page.String(), nil
}
