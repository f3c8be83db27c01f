package intake

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"partnernet/fault"
	"partnernet/registry"
)

// pairsProgramme is the programme that a list of pairs is about: it names none, since all its rows are of this one.
const pairsProgramme = "Interreg Sverige-Norge"

// pairColumns are the columns of a list of pairs that are read. Its amounts eu_eur, ir_eur and ir_nok are grants to a whole side of a
// project, of which neither decision nor recipient is told: no record of the registry is that, so they are only counted.
var pairColumns = []string{"project", "sub_area", "start", "end", "se_owner", "no_owner", "eu_eur", "ir_eur", "ir_nok", "total_eur", "source"}

// readPairs reads a list of pairs: one row for each project, with its owner on either side of the border. Rows are numbered after the
// headings. It is entered as a partner list is: each owner is a partner.
func (l *PartnerList) readPairs(file io.Reader) ([]entry, error) {
	reader := csv.NewReader(file)
	reader.FieldsPerRecord = -1
	headings, err := reader.Read()
	if err != nil || !slices.Contains(headings, "project") || !slices.Contains(headings, "se_owner") || !slices.Contains(headings, "no_owner") {
		return nil, fault.New(fault.BadInput, "The file is not a partner list: it is neither a JSON array of rows nor delimited text with the columns project, se_owner and no_owner. Nothing was taken from it.")
	}
	l.Title, l.Citations = "Projektägare i Interreg Sverige–Norge", map[int]string{}
	var entries []entry
	for {
		cells, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return entries, nil
		}
		l.RowsRead++
		switch {
		case err != nil:
			return nil, brokenFile(err, l.RowsRead)
		case l.RowsRead > maxListRows:
			return nil, fault.New(fault.BadInput, "The list has more than %d rows; divide it.", maxListRows)
		}
		entries = append(entries, l.readPair(cellsByHeading(headings, cells))...)
	}
}

// cellsByHeading gives the cells of a row by heading. Cells that are not there are empty.
func cellsByHeading(headings, cells []string) map[string]string {
	row := map[string]string{}
	for i, cell := range cells {
		if i < len(headings) {
			row[headings[i]] = cell
		}
	}
	return row
}

// readPair gives an entry for each owner that a row names; one without an owner counts for the project that it names.
func (l *PartnerList) readPair(row map[string]string) []entry {
	if reason := whyUnfit(row); reason != "" {
		l.refuse(UnreadableRow, reason)
		return nil
	}
	project := entry{
		row:       l.RowsRead,
		programme: pairsProgramme,
		title:     registry.Plain(row["project"]),
		area:      registry.Plain(row["sub_area"]),
		from:      readValue(l, "start", row["start"], registry.ParseDate),
		to:        readValue(l, "end", row["end"], registry.ParseDate),
		total:     readValue(l, "total_eur", row["total_eur"], euros),
	}
	if project.title == "" {
		l.refuse(NoProject, "names no project")
		return nil
	}
	if err := project.period().Check(); err != nil {
		l.doubt("end", project.to.text, err.Error())
	}
	l.Citations[project.row] = registry.Plain(row["source"])
	if row["eu_eur"]+row["ir_eur"]+row["ir_nok"] != "" {
		l.Homeless = append(l.Homeless, project.row)
	}
	entries := owners(project, row)
	if len(entries) == 0 {
		l.refuse(NoOrganisation, "names no owner on either side; its project is taken")
		project.refused = true
		return []entry{project}
	}
	return entries
}

// whyUnfit says why the cells of a row cannot be trusted; empty when they can.
func whyUnfit(row map[string]string) string {
	cells := make([]string, 0, len(pairColumns))
	for _, column := range pairColumns {
		cells = append(cells, row[column])
	}
	return unreadableTexts([]byte(strings.Join(cells, " ")), cells)
}

func owners(project entry, row map[string]string) []entry {
	var entries []entry
	for _, side := range []struct{ column, country string }{{"se_owner", "SE"}, {"no_owner", "NO"}} {
		owner := project
		if owner.organisation = registry.Plain(row[side.column]); registry.NamesNobody(owner.organisation) {
			continue
		}
		owner.role, owner.country = "PROJECT_OWNER", rowValue[string]{text: side.country, value: &side.country}
		entries = append(entries, owner)
	}
	return entries
}

// subArea gives the one area of the programme that the rows of a project name, and "" when they name none or several.
func subArea(rows []entry) string {
	names := map[string]string{}
	for _, e := range rows {
		if e.area != "" {
			names[registry.Fold(e.area)] = e.area
		}
	}
	for _, name := range names {
		if len(names) == 1 {
			return name
		}
	}
	return ""
}

// locator says where rows stand, and what the rows themselves name as their sources.
func (l *PartnerList) locator(rows Rows) string {
	text := rows.Locator()
	var cited []string
	for _, row := range rows {
		if source := l.Citations[row]; source != "" && !slices.Contains(cited, source) {
			cited = append(cited, source)
		}
	}
	if len(cited) == 0 {
		return text
	}
	return fmt.Sprintf("%s (%s)", text, strings.Join(cited, "; "))
}
