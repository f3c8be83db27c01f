package intake

import (
	"cmp"
	"io"
	"maps"
	"slices"
	"strings"

	"partnernet/registry"
)

// PartnerList is what a list of partners in Interreg projects tells: one row for each partner in each project, as Tillväxtverket compiles
// the Swedish partners, or one row for each project with its owner on either side of the border. All lists are ordered by key (rows by number), whatever the order of the rows.
type PartnerList struct {
	Title              string // of the list
	RowsRead           int
	Citations          map[int]string // what a row names as its own source, by row
	Homeless           Rows           // with amounts that are no field of any record
	Programmes         []ListedProgramme
	Projects           []ListedProject
	Organisations      []ListedOrganisation
	Participations     []ListedParticipation
	Refused            []Refusal
	Doubts             []Doubt
	PossibleDuplicates []PossibleDuplicate
}

// ListedProgramme is a programme that rows name. Its key forgives capitals, dashes and the word Interreg.
type ListedProgramme struct {
	Key     string
	Name    string
	Aliases []string // other spellings of its name in the list
	Rows    Rows
}

// ListedProject is a project that rows name, refused rows among them. One title within a programme is one project
// where the rows' periods overlap, and different projects where they lie apart. The key holds the first day told, so
// that a later project of the same title never takes the place of an earlier one.
type ListedProject struct {
	Key       string
	Programme string // the programme's key
	Title     string
	Type      SourceValue[string]        // ProjectType
	From, To  SourceValue[registry.Date] // the period granted
	Total     SourceValue[registry.Money]
	Area      string // the part of the programme's area that it is in, by name
	Rows      Rows
}

// ListedOrganisation is an organisation by the exact spelling of its name: two spellings are two of them.
type ListedOrganisation struct {
	Key        string
	Name       string
	Country    SourceValue[string]
	SectorType SourceValue[string] // SectorType, only where the list's own word leaves no choice
	NUTS       SourceValue[string] // code of the NUTS 2024 level 3 area
	Rows       Rows
}

// ListedParticipation is an organisation's part in a project in one role. Rows that repeat it are one participation.
type ListedParticipation struct {
	Key                   string
	Project, Organisation string // their keys
	Role                  string // ParticipationRole
	Country               SourceValue[string]
	Budget                SourceValue[registry.Money]
	Rows                  Rows
}

// PossibleDuplicate is two organisations of the list whose names may mean one body. They are not merged.
type PossibleDuplicate struct {
	First, Second string // their keys
	registry.Likeness
}

// ReadPartnerList reads a partner list from JSON, an array of objects, or from delimited text with the columns project, se_owner and
// no_owner. Fields it does not know are passed over, rows
// it cannot place are refused one by one. A file that is broken as a whole or too large is BAD_INPUT.
func ReadPartnerList(file io.Reader) (*PartnerList, error) {
	list := &PartnerList{Title: "Svenska partner i Interregprojekt"}
	entries, err := readEntries(file, list)
	if err != nil {
		return nil, err
	}
	list.Programmes = programmes(entries)
	placed := list.placeInProjects(entries)
	list.Organisations = organisations(placed)
	list.Participations = participations(placed)
	list.PossibleDuplicates = possibleDuplicates(list.Organisations)
	slices.SortFunc(list.Refused, func(a, b Refusal) int { return cmp.Compare(a.Row, b.Row) })
	slices.SortStableFunc(list.Doubts, func(a, b Doubt) int { return cmp.Compare(a.Row, b.Row) })
	return list, nil
}

// naturalKey joins what identifies a record in the list. The separator cannot occur in the parts: they hold no
// control characters.
func naturalKey(kind string, parts ...string) string {
	return "interreg " + kind + ": " + strings.Join(parts, "\x1f")
}

func organisationKey(name string) string { return naturalKey("organisation", name) }

// ProgrammeKey identifies a programme by its folded name without the brand, which some sources leave out:
// "Sverige-Norge" and "Interreg Sverige–Norge" are one programme.
func ProgrammeKey(name string) string {
	return naturalKey("programme", strings.TrimPrefix(registry.Fold(name), "interreg "))
}

func programmes(entries []entry) []ListedProgramme {
	return grouped(entries, func(e entry) string { return ProgrammeKey(e.programme) }, func(key string, rows []entry) ListedProgramme {
		names := combineRows(rows, func(e entry) rowValue[string] { return rowValue[string]{text: e.programme} }).Readings
		programme := ListedProgramme{Key: key, Name: names[0].Text, Rows: rowsOf(rows)}
		for _, name := range names[1:] {
			programme.Aliases = append(programme.Aliases, name.Text)
		}
		return programme
	})
}

func organisations(placed []entry) []ListedOrganisation {
	return grouped(placed, func(e entry) string { return organisationKey(e.organisation) }, func(key string, rows []entry) ListedOrganisation {
		return ListedOrganisation{
			Key:        key,
			Name:       rows[0].organisation,
			Country:    combineRows(rows, func(e entry) rowValue[string] { return e.country }),
			SectorType: combineRows(rows, func(e entry) rowValue[string] { return e.sector }),
			NUTS:       combineRows(rows, func(e entry) rowValue[string] { return e.county }),
			Rows:       rowsOf(rows),
		}
	})
}

func participations(placed []entry) []ListedParticipation {
	identity := func(e entry) string { return naturalKey("participation", e.project, e.organisation, e.role) }
	return grouped(placed, identity, func(key string, rows []entry) ListedParticipation {
		return ListedParticipation{
			Key:          key,
			Project:      rows[0].project,
			Organisation: organisationKey(rows[0].organisation),
			Role:         rows[0].role,
			Country:      combineRows(rows, func(e entry) rowValue[string] { return e.country }),
			Budget:       combineRows(rows, func(e entry) rowValue[registry.Money] { return e.budget }),
			Rows:         rowsOf(rows),
		}
	})
}

// grouped makes one record of all entries with the same key, and orders the records by it.
func grouped[R any](entries []entry, keyOf func(entry) string, record func(key string, rows []entry) R) []R {
	groups := map[string][]entry{}
	for _, e := range entries {
		key := keyOf(e)
		groups[key] = append(groups[key], e)
	}
	var records []R
	for _, key := range slices.Sorted(maps.Keys(groups)) {
		records = append(records, record(key, groups[key]))
	}
	return records
}

func rowsOf(entries []entry) Rows {
	rows := make(Rows, 0, len(entries))
	for _, e := range entries {
		rows = append(rows, e.row)
	}
	slices.Sort(rows)
	return slices.Compact(rows) // a row may tell of two partners
}

// possibleDuplicates gives the organisations of one list whose names are one name written in two ways (registry.LikelySameName). It compares only
// names with a common registry.NameKey, which such names have, so its work grows with the names, not with their pairs. Names that mean the same
// in two languages are for the ledger to find among all that is held, by registry.AlikeKeys.
func possibleDuplicates(organisations []ListedOrganisation) []PossibleDuplicate {
	var pairs []PossibleDuplicate
	alike := map[string][]ListedOrganisation{}
	for _, second := range organisations {
		key := registry.NameKey(second.Name)
		for _, first := range alike[key] {
			if likeness, likely := registry.LikelySameName(first.Name, second.Name); likely {
				pairs = append(pairs, PossibleDuplicate{first.Key, second.Key, likeness})
			}
		}
		alike[key] = append(alike[key], second)
	}
	slices.SortFunc(pairs, func(a, b PossibleDuplicate) int {
		return cmp.Or(cmp.Compare(a.First, b.First), cmp.Compare(a.Second, b.Second))
	})
	return pairs
}
