package ledger

import (
	"context"
	"maps"
	"slices"
	"sync"

	"partnernet/access"
	"partnernet/registry"
	"partnernet/stored"
)

// Records hold the number of their audience: each pair of a class and the networks that it is of has one. Audiences are made when a record is
// first for them, and stay.

// fixed are the audiences that are of no networks in particular, by their numbers.
var fixed = []registry.Audience{registry.ForEveryone, registry.ForMembers, registry.ForOrganisers, registry.ForNobody}

// Access gives the version of what decides who may see what, as it is in this page.
func (p *Page) Access() int64 { return p.access }

// Begun gives the state of what decides who may see what, and of who is signed in, in which the page's turn began.
func (p *Page) Begun() access.AsOf { return p.begun }

// Audience gives the audience of a number; that for nobody where the number is of none.
func (p *Page) Audience(ctx context.Context, number int64) (registry.Audience, error) {
	if number >= 0 && number < int64(len(fixed)) {
		return fixed[number], nil
	}
	if err := p.readAudiences(ctx); err != nil {
		return "", err
	}
	if audience, there := p.audiences[number]; there {
		return audience, nil
	}
	return registry.ForNobody, nil
}

// Number gives the number of an audience, and makes it where there is none.
func (p *Page) Number(ctx context.Context, audience registry.Audience) (int64, error) {
	if audience == "" {
		return 0, nil
	}
	if number := slices.Index(fixed, audience); number >= 0 {
		return int64(number), nil
	}
	if err := p.readAudiences(ctx); err != nil {
		return 0, err
	}
	for _, number := range slices.Sorted(maps.Keys(p.audiences)) {
		if p.audiences[number] == audience {
			return number, nil
		}
	}
	return p.newAudience(ctx, audience)
}

// Meet gives the number of the audience of those who are of both.
func (p *Page) Meet(ctx context.Context, a, b int64) (int64, error) {
	switch {
	case a == b || b == 0:
		return a, nil
	case a == 0:
		return b, nil
	}
	one, err := p.Audience(ctx, a)
	if err != nil {
		return 0, err
	}
	other, err := p.Audience(ctx, b)
	if err != nil {
		return 0, err
	}
	return p.Number(ctx, one.Meet(other))
}

// knownAudiences are all audiences as of a version of what decides who may see what, so that not every turn at writing reads them.
type knownAudiences struct {
	mu       sync.Mutex
	version  int64
	byNumber map[int64]registry.Audience // nil before they were read
}

// of gives the audiences of a version, nil where they are not known.
func (k *knownAudiences) of(version int64) map[int64]registry.Audience {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.version != version {
		return nil
	}
	return maps.Clone(k.byNumber)
}

func (k *knownAudiences) keep(version int64, audiences map[int64]registry.Audience) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.version, k.byNumber = version, maps.Clone(audiences)
}

// readAudiences has the page know all audiences. What was read before the page changed anything is true for other pages of that version, too.
func (p *Page) readAudiences(ctx context.Context) error {
	committed := p.access == p.begun.Version
	if p.audiences == nil && committed {
		p.audiences = p.ledger.audiences.of(p.access)
	}
	if p.audiences != nil {
		return nil
	}
	state, err := access.Read(ctx, p.Send, "", p.now)
	if err != nil {
		return err
	}
	if p.audiences = state.Audiences; committed {
		p.ledger.audiences.keep(p.access, p.audiences)
	}
	return nil
}

// newAudience makes an audience. What viewers may see is worked out anew from then on.
func (p *Page) newAudience(ctx context.Context, audience registry.Audience) (int64, error) {
	networks, _ := audience.Networks()
	rows, err := p.Run(ctx, `
MATCH (access:Access)
SET access.version = access.version + 1
WITH access
MATCH (last:Audience)
WITH access, max(last.number) + 1 AS number
CREATE (audience:Audience {number: number, class: $class})
WITH access, audience
UNWIND $networks AS id
MATCH (network:Record {id: id})
CREATE (audience)-[:AUDIENCE_OF]->(network)
RETURN DISTINCT audience.number AS number, access.version AS version`, map[string]any{"class": string(audience.Class()), "networks": networks})
	if err != nil || len(rows) == 0 {
		return int64(slices.Index(fixed, registry.ForNobody)), err
	}
	made := stored.Number(rows[0]["number"])
	p.access, p.audiences[made] = stored.Number(rows[0]["version"]), audience
	return made, nil
}

// numberAudiences finds the numbers of the audiences that records are told for.
func (p *Page) numberAudiences(ctx context.Context, records []Record) error {
	p.numbers = map[registry.Audience]int64{}
	for _, r := range records {
		if _, known := p.numbers[r.Audience]; known {
			continue
		}
		var err error
		if p.numbers[r.Audience], err = p.Number(ctx, r.Audience); err != nil {
			return err
		}
	}
	return nil
}

// accessTypes are the types of records that decide who may see and do what.
var accessTypes = []string{"Membership", "Account", "Grant"}

// raises gives the one row of the step that raises the version of what decides who may see what; none where the writing touches nothing of it.
func (e *entry) raises() []any {
	if !e.decides {
		return nil
	}
	e.access++
	return []any{true}
}

// raiseAccess has what viewers may see be worked out anew.
const raiseAccess = `
MATCH (access:Access)
SET access.version = access.version + 1`

// RaiseAccess has what viewers may see be worked out anew.
func (p *Page) RaiseAccess(ctx context.Context) error {
	p.access++
	_, err := p.Run(ctx, raiseAccess, nil)
	return err
}

// endCredentials ends the sessions and access tokens of those of accounts that are closed: who gets hold of one does not come in by it when the account is opened again.
func (p *Page) endCredentials(ctx context.Context, accounts map[string]bool) error {
	if len(accounts) == 0 {
		return nil
	}
	_, err := p.Run(ctx, `
UNWIND $ids AS id
MATCH (account:Record&Account {id: id, state: '`+registry.SuspendedAccount+`'})<-[:OF]-(credential:Session|AccessToken)
WHERE credential.endedAt IS NULL AND credential.revokedAt IS NULL
SET credential += CASE WHEN credential:Session THEN {endedAt: $now} ELSE {revokedAt: $now} END`,
		map[string]any{"ids": slices.Sorted(maps.Keys(accounts)), "now": p.now})
	return err
}
