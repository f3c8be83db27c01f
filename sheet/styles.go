package sheet

import (
	"encoding/xml"
	"regexp"
	"strconv"
	"strings"
)

// style is what the form of a cell says about its number.
type style struct {
	date   bool // it is shown as a day
	digits int  // it is shown with at least so many digits, zeros first
}

// maxStyles is as many as spreadsheet programs allow.
const maxStyles = 65_490

// readStyles reads the forms that cells refer to by position.
func (w *workbook) readStyles(part string) error {
	formats := map[string]string{}
	inCells := false
	return w.each(part, func(element xml.StartElement) error {
		switch element.Name.Local {
		case "numFmt":
			formats[attribute(element, "numFmtId")] = attribute(element, "formatCode")
		case "cellStyleXfs", "cellStyles", "dxfs":
			inCells = false
		case "cellXfs":
			inCells = true
		case "xf":
			if !inCells {
				return nil
			}
			if len(w.styles) == maxStyles {
				return refuse(nil, "book.styles", atMost(maxStyles))
			}
			id := attribute(element, "numFmtId")
			w.styles = append(w.styles, styleOf(id, formats[id]))
		}
		return nil
	})
}

// notShown are the parts of a number format that do not show the number: quoted, escaped, coloured, filled or left as space.
var notShown = regexp.MustCompile(`"[^"]*"|\\.|\[[^\]]*\]|[_*].`)

// zeros is a number format that shows leading zeros and no fraction.
var zeros = regexp.MustCompile(`^[0 -]+$`)

// styleOf reads a number format: one that the workbook defines, or one that all programs know by its number.
func styleOf(id, code string) style {
	if code == "" {
		number, _ := strconv.Atoi(id)
		return style{date: number >= 14 && number <= 17 || number == 22 || number >= 27 && number <= 36 || number >= 50 && number <= 58}
	}
	shown := strings.ToLower(notShown.ReplaceAllString(code, ""))
	if shown != "general" && (strings.ContainsAny(shown, "yd") || strings.Contains(shown, "mmm")) {
		return style{date: true}
	}
	if zeros.MatchString(shown) {
		return style{digits: strings.Count(shown, "0")}
	}
	return style{}
}
