package main

import (
	"context"
	"fmt"

	"partnernet/store"
)

// writeParts writes what is no record of its own: identifiers of organisations, parties of partnerships.
func (s *synthetic) writeParts(ctx context.Context) error {
	if err := s.writeEach(ctx, s.scale*organisationCount, s.identifier, `
UNWIND $rows AS row
MATCH (owner:Record {id: row.owner})
CREATE (owner)-[:HAS_IDENTIFIER]->(:Identifier {scheme: 'OTHER', value: row.value, likeness: row.value})`); err != nil {
		return err
	}
	return s.writeEach(ctx, s.scale*partnershipCount, s.parties, `
UNWIND $rows AS row
MATCH (owner:Record {id: row.owner})
MATCH (party:Record {id: row.party})
CREATE (owner)-[:HAS_PARTY]->(:Party {position: row.position, role: 'PARTNER', confirmation: row.confirmation})-[:PARTY]->(party)`)
}

func (s *synthetic) writeEach(ctx context.Context, count int, draw func(number int) []any, text string) error {
	for begin := 0; begin < count; begin += batch {
		var rows []any
		for number := begin; number < min(begin+batch, count); number++ {
			rows = append(rows, draw(number)...)
		}
		if err := run(ctx, s.db, store.Statement{Text: text, Params: map[string]any{"rows": rows}}); err != nil {
			return err
		}
	}
	return nil
}

func (s *synthetic) identifier(number int) []any {
	return []any{map[string]any{"owner": id("Organisation", number), "value": fmt.Sprintf("B%07d", number)}}
}

// parties gives two parties or three.
func (s *synthetic) parties(number int) []any {
	var rows []any
	for position := range 2 + number%2 {
		rows = append(rows, map[string]any{"owner": id("Partnership", number), "party": s.anOrganisation(), "position": position + 1,
			"confirmation": s.one("CONFIRMED", "CONFIRMED", "NOT_ASKED")})
	}
	return rows
}

func run(ctx context.Context, db *store.DB, statements ...store.Statement) error {
	return db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		for _, statement := range statements {
			if _, err := tx.Run(ctx, statement); err != nil {
				return err
			}
		}
		return nil
	})
}
