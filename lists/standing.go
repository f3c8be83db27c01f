package lists

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"partnernet/registry"
	"partnernet/sheet"
)

// standing is what a list says of how members stand to the network, in a column of its own or by a heading above them.
type standing int

// The standings.
const (
	standingUnknown standing = iota
	standsMember
	standsNoMore // has been a member, and is none now
	standsNotYet // has applied, or is invited
)

// What lists tell by how members stand, folded: words, and forms of several. A text tells it by any of them.
var (
	noMoreWords = folded("utträdd, utträdda, utträdde, utträtt, utgången, utgångna, utgått, utgåtte, utgåtto, avgått, avgången, avgångna, avslutad, avslutade, avslutat, avsluttet, avsluttede, " +
		"uppsagd, uppsagda, uppsagt, oppsagt, oppsagte, slutat, slutade, sluttet, slutta, lämnat, utmeldt, utmeldte, utmeld, uteslutna, utesluten, ekskludert, ekskluderte, opphørt, upphört, " +
		"avregistrerad, avregistrerade, avregistrert, avmeldt, avmäld, avanmäld, struken, strukna, strøket, slettet, nedlagd, nedlagda, nedlagt, upplöst, oppløst, konkurs, " +
		"tidigare, tidligere, tidlegare, nej, nei, former, formerly, ended, left, terminated, resigned, expelled")
	notYetWords = folded("ansökt, ansökan, ansökningar, sökande, søkt, søknad, søknader, søkere, inbjuden, inbjudna, invitert, inviterte, invited, väntelista, venteliste, prospekt, prospekter, " +
		"prospect, prospects, prospective, förfrågan, förfrågningar, forespørsel, forespørsler, intresserad, intresserade, interessert, interesserte, potentiell, potentiella, potensiell, potensielle, potential, " +
		"kandidat, kandidater, candidate, candidates, applicant, applicants, applied")
	memberWords = folded("aktiv, aktiva, aktive, aktivt, active, medlem, medlemmer, medlemmar, member, members, fullvärdig, ordinarie, ordinær, ordinært, ny, nya, nye, new, ja, yes, current, gjeldende, godkänd, godkjent")
	noMore      = regexp.MustCompile(`\b(?:(?:gatt|gar|gick|gikk) (?:ut|ur)|(?:ej|inte|ikke|ikkje|no) l[ae]ng(?:re|er)|f ?d|in ?aktiv[ae]?|not active)\b`)
	notYet      = regexp.MustCompile(`\b(?:(?:ej|inte|ikke|ikkje|not)(?: (?:a|an|anda|enna|enno|yet))* (?:medlem|member)|(?:under|till?) behandling|i dialog|pa vag in|pa vei inn|svar (?:vantas|ventes)|under (?:bildning|stiftelse)\b)`)
)

// ownWords are the registry's own words for where a membership stands, folded, in each of its languages. What is only proposed is not among them:
// elsewhere it says that somebody is no member yet.
var ownWords = sync.OnceValue(func() map[string]registry.RelationState {
	words := map[string]registry.RelationState{}
	for _, lang := range registry.Languages {
		for _, state := range []registry.RelationState{registry.Claimed, registry.Active, registry.Paused, registry.Disputed, registry.Ended} {
			word, _ := registry.ValueLabel(lang, "RelationState", string(state))
			words[registry.Fold(word)] = state
		}
	}
	return words
})

// standingOf gives what a text says of how members stand.
func standingOf(text string) standing {
	text = registry.Fold(text)
	switch ownWords()[text] {
	case registry.Claimed, registry.Active, registry.Paused, registry.Disputed:
		return standsMember
	case registry.Ended:
		return standsNoMore
	}
	switch words := strings.Fields(text); {
	case notYet.MatchString(text), hasAny(words, notYetWords):
		return standsNotYet
	case noMore.MatchString(text), hasAny(words, noMoreWords):
		return standsNoMore
	case hasAny(words, memberWords):
		return standsMember
	}
	return standingUnknown
}

// stateOf gives where a membership stands by a text that says that somebody is a member: one that is in force, where the text is no word of the registry's own.
func stateOf(text string) registry.RelationState {
	switch own := ownWords()[registry.Fold(text)]; {
	case own == registry.Ended:
		return ""
	case own != "":
		return own
	case standingOf(text) == standsMember:
		return registry.Active
	}
	return ""
}

func hasAny(words []string, set map[string]bool) bool {
	return slices.ContainsFunc(words, func(word string) bool { return set[word] })
}

// dayBehind is what stands behind a word that tells how a member stands, where it may be a day: Utmeldt 31.12.2023.
var dayBehind = regexp.MustCompile(`^[^0-9]*\pL[ :,(]+([0-9][^()]*[0-9])\)?$`)

// status reads a column that tells how members stand.
func (r *rowReader) status(c cell) {
	text, tells := c.tells()
	if !tells {
		return
	}
	r.row.Values[c.field] = Value{Cell: c.reference, Text: c.Text, Value: string(stateOf(text))}
	if stands := standingOf(text); stands != standingUnknown {
		r.stands, r.standsBy = stands, text
		if m := dayBehind.FindStringSubmatch(text); m != nil && stands == standsNoMore {
			if _, code := readDay(m[1]); code == "" {
				c.Kind, c.field, c.Text = sheet.Text, FieldValidTo, m[1]
				r.validTo(c)
			}
		}
		return
	}
	r.addProblem(Problem{Code: StatusUnknown, About: About{"text": Clipped(text)}, Cell: c.reference})
}

// checkStanding refuses a row of one who is no member yet. One who is a member no more is taken as that: its end is not known where no day tells it.
func (r *rowReader) checkStanding() {
	p := Problem{About: About{"text": Clipped(r.standsBy)}, Cell: r.row.Values[FieldStatus].Cell}
	switch {
	case r.stands == standsNotYet:
		p.Code = NoMemberYet
		r.refuse(p)
	case r.stands != standsNoMore && r.inRemark.Text != "" && r.row.Value(FieldValidTo) == "":
		r.addProblem(Problem{Code: StatusUnknown, About: About{"text": r.inRemark.Text}, Cell: r.inRemark.reference})
	case r.stands == standsNoMore && r.row.Value(FieldValidTo) == "":
		p.Code = MemberNoMore
		r.addProblem(p)
		r.row.Values[FieldEndStatus] = Value{Cell: r.cells[0].reference, Text: r.standsBy, Value: string(registry.EndDateUnknown)}
	}
}

// What stands above remarks of members, and words in them that may tell that somebody has left or is no member yet, folded. Remarks are not kept, since they may be about
// persons: of one only that word is told.
var (
	remarkHeadings = folded("merknad, merknader, anmärkning, anmärkningar, anm, kommentar, kommentarer, notering, noteringar, notat, notater, övrigt, øvrig, annet, comment, comments, remark, remarks, note, notes")
	leftInRemark   = regexp.MustCompile(`\b(?:slutta|sluttet|slutat|slutar|utmeldt?|uttradde?|uttratt|uppsagd|uppsagt|oppsagt|avslutad|avslutat|avsluttet|gatt u[rt]|gick u[rt]|gikk ut|konkurs|nedlagd|nedlagt|opphort|upphort|` +
		`(?:ej|inte|ikke|ikkje) medlem|ansokt|sokt om|applied|has left|resigned)\b`)
)

// remarkOfLeaving gives the word in a remark of a row that may tell that somebody has left or is no member yet, with its cell.
func remarkOfLeaving(row sheet.Row, head header) cell {
	for _, i := range head.remarks {
		if i >= len(row.Cells) || head.columns[i].Field != "" {
			continue
		}
		if word := leftInRemark.FindString(registry.Fold(row.Cells[i].Text)); word != "" {
			return cell{Cell: sheet.Cell{Kind: sheet.Text, Text: word}, reference: sheet.Reference(i+1, row.Number)}
		}
	}
	return cell{}
}

// What a remark has in it as it is written, or begins with when it is folded: a footnote, a sum in words, the foot of a printed page, an address to write to.
var (
	remarkMark  = regexp.MustCompile(`^[*†‡¹²³]|^[0-9]\)|@|https?://|www\.`)
	remarkStart = regexp.MustCompile(`^(?:obs|not|note|anm|merk|merknad|kalla|kilde|source|sida?e?n? [0-9]|page [0-9]|utskriven|skrevet ut|printed|uppdaterad|oppdatert|updated|se aven|se ogsa)\b`)
	address     = regexp.MustCompile(`\S+@\S+`) // a person's, perhaps
	sumStart    = regexp.MustCompile(`^(?:summa|sum|totalt?|antall?|til ?sammen|tillsammans|sammanlagt|sammenlagt|i alt) .*[0-9]|^[0-9]+ (?:medl|medlem|foretag|bolag|virksomhet|verksemd|bedrift|organisation|organisasjon|aktor)`)
)

// isRemark tells whether a row is no member but something said about the list: nothing else stands in it, and it has the form of a remark.
func isRemark(row sheet.Row) (text string, is bool) {
	if filledCells(row) != 1 {
		return "", false
	}
	text = registry.Plain(row.Cells[len(row.Cells)-1].Text)
	folded := registry.Fold(text)
	sentence := strings.HasSuffix(text, ".") && len(strings.Fields(text)) > 4
	return text, sentence || remarkMark.MatchString(text) || remarkStart.MatchString(folded) || sumStart.MatchString(folded)
}
