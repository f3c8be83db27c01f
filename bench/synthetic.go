package main

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"

	"partnernet/registry"
	"partnernet/store"
)

// How many records a registry of scale 1 has. Memberships are skewed: the largest networks have hundreds of members, most have few.
const (
	organisationCount  = 10_000
	networkCount       = 200
	membershipCount    = 30_000
	projectCount       = 2_000
	participationCount = 12_000
	awardCount         = 3_000
	partnershipCount   = 15_000
	needCount          = 5_000
	offerCount         = 20_000
	themeCount         = 80
	sourceCount        = 50
)

// batch is how many rows are written in one transaction.
const batch = 5_000

// recordedAt is when everything synthetic was recorded, and theDay a day on which most of it is in force.
var (
	recordedAt = time.Date(2025, 1, 15, 9, 0, 0, 0, time.UTC)
	theDay     = time.Date(2025, 6, 1, 0, 0, 0, 0, time.UTC)
)

// synthetic draws a registry from a seed: the same one each time.
type synthetic struct {
	db     *store.DB
	scale  int
	random *rand.Rand
}

// record is a node to be written: its properties, the nodes that it leads to by relationship, and what its names may have in common with others.
type record struct {
	properties map[string]any
	links      map[string]string
	likeness   []string
}

// id gives the id of the record of a label with a number: it follows from both.
func id(label string, number int) string {
	return uuid.NewSHA1(uuid.NameSpaceOID, fmt.Appendf(nil, "%s %d", label, number)).String()
}

func date(t time.Time) dbtype.Date { return dbtype.Date(t) }

// fill writes the whole registry.
func (s *synthetic) fill(ctx context.Context) error {
	for _, kind := range []struct {
		label string
		count int
		draw  func(number int) record
	}{
		{"Document", sourceCount, s.document},
		{"Source", sourceCount, s.source},
		{"Theme", themeCount, s.theme},
		{"Programme", 10, s.programme},
		{"Organisation", s.scale * organisationCount, s.organisation},
		{"Network", s.scale * networkCount, s.network},
		{"Membership", s.scale * membershipCount, s.membership},
		{"Project", s.scale * projectCount, s.project},
		{"Participation", s.scale * participationCount, s.participation},
		{"Application", s.scale * awardCount, s.application},
		{"Decision", s.scale * awardCount, s.decision},
		{"Award", s.scale * awardCount, s.award},
		{"Partnership", s.scale * partnershipCount, s.partnership},
		{"Need", s.scale * needCount, s.need},
		{"Offer", s.scale * offerCount, s.offer},
	} {
		if err := s.write(ctx, kind.label, kind.count, kind.draw); err != nil {
			return fmt.Errorf("write %s: %w", kind.label, err)
		}
	}
	return s.writeParts(ctx)
}

func (s *synthetic) write(ctx context.Context, label string, count int, draw func(int) record) error {
	for begin := 0; begin < count; begin += batch {
		var nodes, keys []any
		links := map[string][]any{}
		for number := begin; number < min(begin+batch, count); number++ {
			r := draw(number)
			r.properties["id"] = id(label, number)
			s.common(label, number, &r)
			nodes = append(nodes, r.properties)
			for _, key := range r.likeness {
				keys = append(keys, map[string]any{"owner": r.properties["id"], "key": key})
			}
			for relType, to := range r.links {
				links[relType] = append(links[relType], map[string]any{"from": r.properties["id"], "to": to})
			}
		}
		err := s.db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
			_, err := tx.Run(ctx, store.Statement{Text: "UNWIND $rows AS row\nCREATE (n:Record:" + label + ")\nSET n = row", Params: map[string]any{"rows": nodes}})
			for relType, rows := range links {
				if err == nil {
					err = connect(ctx, tx, relType, rows)
				}
			}
			if err == nil && len(keys) > 0 {
				err = liken(ctx, tx, keys)
			}
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func connect(ctx context.Context, tx store.Tx, relType string, rows []any) error {
	_, err := tx.Run(ctx, store.Statement{Params: map[string]any{"rows": rows}, Text: `
UNWIND $rows AS row
MATCH (from:Record {id: row.from})
MATCH (to:Record {id: row.to})
CREATE (from)-[:` + relType + `]->(to)`})
	return err
}

// liken keeps what names may have in common with others, as the ledger does. The names that are drawn differ by their numbers, so that no two
// organisations may be one.
func liken(ctx context.Context, tx store.Tx, keys []any) error {
	_, err := tx.Run(ctx, store.Statement{Params: map[string]any{"rows": keys}, Text: `
UNWIND $rows AS row
MATCH (owner:Record {id: row.owner})
CREATE (owner)-[:ALIKE_BY]->(:LikenessKey {key: row.key})`})
	return err
}

// common gives a record what all records have. All are public: whoever asks without signing in gets what hand-written statements get.
func (s *synthetic) common(label string, number int, r *record) {
	r.properties["version"] = 1
	r.properties["createdAt"], r.properties["updatedAt"] = recordedAt, recordedAt
	r.properties["audience"] = int64(0)
	if r.links == nil {
		r.links = map[string]string{}
	}
	if label != "Document" && label != "Source" {
		r.links["HAS_SOURCE"] = id("Source", number%sourceCount)
	}
}

// one draws one of some texts.
func (s *synthetic) one(texts ...string) string { return texts[s.random.IntN(len(texts))] }

// skewed draws a number below n of which small ones are many times as likely as large ones.
func (s *synthetic) skewed(n int) int { return int(float64(n) * math.Pow(s.random.Float64(), 3)) }

// from draws a first day, and to the last of the record that begins on it, nil now and then.
func (s *synthetic) from() time.Time { return theDay.AddDate(0, 0, -s.random.IntN(1500)) }

func (s *synthetic) to(from time.Time) any {
	if s.random.IntN(3) == 0 {
		return nil
	}
	return date(from.AddDate(0, 0, 200+s.random.IntN(2500)))
}

func (s *synthetic) country() string { return s.one("SE", "SE", "NO") }

var (
	towns  = strings.Fields("Östersund Trondheim Sundsvall Steinkjer Härnösand Levanger Åre Stjørdal Sollefteå Røros Krokom Verdal Ånge Oppdal Kramfors Namsos Ljusdal Orkanger Hudiksvall Hitra")
	trades = strings.Fields("Energi Vatten Skydd Bygg Data Transport Verkstad Livsmedel Logistikk Sikkerhet Beredskap Teknikk Mekanik Kraft Vann Helse Trä Metall Elektronik Nett")
	styles = strings.Fields("Nord Mitt Fjäll Skog Kyst Berg Dal Elv Sjö Vidda")
)

func (s *synthetic) document(number int) record {
	title := fmt.Sprintf("List of partners %d", number)
	return record{properties: map[string]any{"title": title, "type": "DATASET", "searchText": registry.Fold(title), "sortKey": registry.SortKey(title)}}
}

func (s *synthetic) source(number int) record {
	return record{properties: map[string]any{"retrievedAt": recordedAt}, links: map[string]string{"FROM_DOCUMENT": id("Document", number)}}
}

// theme is one of eight that have nine more below each.
func (s *synthetic) theme(number int) record {
	code := fmt.Sprintf("theme-%02d", number)
	r := record{properties: map[string]any{"code": code, "labelSv": "Tema " + code, "labelNb": "Tema " + code, "labelEn": "Theme " + code,
		"searchText": registry.Fold(code), "sortKey": registry.SortKey(code)}}
	if number >= 8 {
		r.links = map[string]string{"BROADER": id("Theme", number%8)}
	}
	return r
}

func (s *synthetic) programme(number int) record {
	name := fmt.Sprintf("Interreg %c", 'A'+number)
	return record{properties: map[string]any{"name": name, "period": "2021–2027", "searchText": registry.Fold(name), "sortKey": registry.SortKey(name)}}
}

func (s *synthetic) organisation(number int) record {
	country := s.country()
	form := map[string]string{"SE": "AB", "NO": "AS"}[country]
	name := fmt.Sprintf("%s%s %s %d %s", s.one(styles...), strings.ToLower(s.one(trades...)), s.one(towns...), number, form)
	alias := fmt.Sprintf("%s %d", s.one(styles...), number)
	keys := append(registry.AlikeKeys(name), registry.AlikeKeys(alias)...)
	slices.Sort(keys)
	return record{likeness: slices.Compact(keys), properties: map[string]any{
		"legalName": name, "aliases": []any{alias}, "legalForm": form, "country": country,
		"sectorType": s.one("SME", "SME", "SME", "LARGE_ENTERPRISE", "MUNICIPALITY", "UNIVERSITY", "CIVIL_SOCIETY", "STATE_AUTHORITY"),
		"sizeClass":  s.one("MICRO", "SMALL", "MEDIUM", "LARGE"), "industryCodes": []any{fmt.Sprintf("%02d.%d0", 10+s.random.IntN(80), s.random.IntN(9))},
		"status": "ACTIVE", "homepage": fmt.Sprintf("https://www.example.org/%d", number),
		"searchText": registry.Fold(name), "sortKey": registry.SortKey(name),
	}}
}

func (s *synthetic) network(number int) record {
	acronym := fmt.Sprintf("NET%d", number)
	name := s.one(towns...) + " network for " + strings.ToLower(s.one(trades...))
	return record{
		properties: map[string]any{"acronym": acronym, "name": name, "country": s.country(), "lifecycle": s.one("ESTABLISHED", "FORMING", "PLANNED"),
			"searchText": registry.Fold(acronym + " " + name), "sortKey": registry.SortKey(name)},
		links: map[string]string{"HOSTED_BY": s.anOrganisation()},
	}
}

func (s *synthetic) anOrganisation() string {
	return id("Organisation", s.random.IntN(s.scale*organisationCount))
}

func (s *synthetic) aProject() string { return id("Project", s.random.IntN(s.scale*projectCount)) }

// membership goes on from one organisation to the next, so that none is twice in a network but by chance.
func (s *synthetic) membership(number int) record {
	from := s.from()
	return record{
		properties: map[string]any{"role": s.one("MEMBER", "MEMBER", "BOARD_MEMBER", "ASSOCIATED"), "state": "ACTIVE", "validFrom": date(from), "validTo": s.to(from)},
		links: map[string]string{"MEMBER": id("Organisation", number%(s.scale*organisationCount)),
			"IN_NETWORK": id("Network", s.scaled(s.skewed(networkCount)))},
	}
}

// scaled spreads what is drawn of the first scale over all: the largest network is as large at each.
func (s *synthetic) scaled(number int) int { return number*s.scale + s.random.IntN(s.scale) }

func (s *synthetic) project(number int) record {
	from := s.from()
	acronym := fmt.Sprintf("PRO%d", number)
	title := s.one(trades...) + " in " + s.one(towns...)
	return record{
		properties: map[string]any{"acronym": acronym, "title": title, "projectType": s.one("MAIN", "PRE_STUDY", "SMALL_SCALE"), "lifecycle": "ONGOING",
			"plannedFrom": date(from), "plannedTo": date(from.AddDate(3, 0, 0)), "searchText": registry.Fold(acronym + " " + title), "sortKey": registry.SortKey(acronym)},
		links: map[string]string{"FUNDED_UNDER": id("Programme", number%10), "HAS_THEME": id("Theme", s.random.IntN(themeCount))},
	}
}

func (s *synthetic) participation(number int) record {
	return record{
		properties: map[string]any{"role": s.one("PARTNER", "PARTNER", "LEAD", "PROJECT_OWNER"), "country": s.country()},
		links:      map[string]string{"PARTICIPANT": s.anOrganisation(), "OF_PROJECT": id("Project", number%(s.scale*projectCount))},
	}
}

func (s *synthetic) application(number int) record {
	return record{
		properties: map[string]any{"caseNumber": fmt.Sprintf("A/%d/2024", number), "state": "GRANTED", "amountAppliedForMinorUnits": 50_000_000, "amountAppliedForCurrency": "SEK"},
		links: map[string]string{"APPLICANT": s.anOrganisation(), "OF_PROJECT": id("Project", number%(s.scale*projectCount)),
			"APPLIED_TO": id("Programme", number%10)},
	}
}

func (s *synthetic) decision(number int) record {
	return record{
		properties: map[string]any{"caseNumber": fmt.Sprintf("D/%d/2024", number), "outcome": "GRANTED", "decidedOn": date(s.from()), "items": []any{}},
		links:      map[string]string{"DECIDES": id("Application", number), "MADE_BY": s.anOrganisation()},
	}
}

func (s *synthetic) award(number int) record {
	return record{
		properties: map[string]any{"aidRate": s.one("0.35", "0.5", "0.4"), "capMinorUnits": 100_000 * (1 + s.random.IntN(500)), "capCurrency": "SEK",
			"costBasis": "REPORTED_AND_APPROVED", "state": s.one("EFFECTIVE", "CONDITIONAL", "PARTLY_PAID")},
		links: map[string]string{"GRANTED_BY": id("Decision", number), "OF_PROJECT": id("Project", number%(s.scale*projectCount)),
			"RECIPIENT": s.anOrganisation(), "FUNDER": id("Organisation", s.skewed(s.scale*organisationCount))},
	}
}

func (s *synthetic) partnership(number int) record {
	from := s.from()
	title := fmt.Sprintf("Partnership %d", number)
	r := record{
		properties: map[string]any{"title": title, "type": s.one("SUPPLY", "JOINT_DELIVERY", "PROJECT"), "formality": s.one("AGREEMENT", "INFORMAL"),
			"state": "CLAIMED", "validFrom": date(from), "validTo": s.to(from), "searchText": registry.Fold(title)}, // nobody has asked the parties
	}
	if number%3 == 0 {
		r.links = map[string]string{"ARISES_FROM": s.aProject()}
	}
	return r
}

func (s *synthetic) need(number int) record {
	from := s.from()
	statement := fmt.Sprintf("%s för %s i %s, nummer %d", s.one(trades...), strings.ToLower(s.one(trades...)), s.one(towns...), number)
	return record{
		properties: map[string]any{"statement": statement, "urgency": s.one("LOW", "MEDIUM", "HIGH", "CRITICAL"), "state": s.one("OPEN", "OPEN", "OPEN", "MET"),
			"validFrom": date(from), "expiresOn": s.to(from), "searchText": registry.Fold(statement)},
		links: map[string]string{"HAS_THEME": id("Theme", s.random.IntN(themeCount)), "STAKEHOLDER": s.anOrganisation()},
	}
}

func (s *synthetic) offer(number int) record {
	from := s.from()
	statement := fmt.Sprintf("%s til %s i %s, nummer %d", s.one(trades...), strings.ToLower(s.one(trades...)), s.one(towns...), number)
	return record{
		properties: map[string]any{"statement": statement, "level": s.one("PLANNED", "DEVELOPING", "READY", "PROVEN"), "state": "OPEN",
			"validFrom": date(from), "expiresOn": s.to(from), "searchText": registry.Fold(statement)},
		links: map[string]string{"HAS_THEME": id("Theme", s.random.IntN(themeCount)), "OFFERED_BY": s.anOrganisation()},
	}
}
