package commands

import (
	"context"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"

	"partnernet/fault"
	"partnernet/registry"
)

// voice asks whether the actor may speak for a party of a partnership, and says how. Where nobody has an account, whoever keeps the register writes down what all
// of them say.
func (w *work) voice(ctx context.Context, parties []party, at int, says registry.Confirmation) (registry.Voice, error) {
	if w.rights.Account == "" {
		return registry.OwnVoice, nil
	}
	id := parties[at].id
	to, err := w.belong(ctx, []string{id})
	if err != nil {
		return registry.NoVoice, err
	}
	rows, err := w.read(ctx, `
MATCH (party:Record {id: $id})
RETURN {isNetwork: party:Network, represented: EXISTS {
  MATCH (party)<-[:OVER]-(grant:Grant {role: 'REPRESENTATIVE', state: 'ACTIVE'})-[:GRANTEE]->(:Account {state: 'ACTIVE'})
  WHERE coalesce(grant.validFrom <= $today, true)
    AND coalesce(grant.validTo >= $today, true)
}} AS row`, map[string]any{"id": id, "today": dbtype.Date(w.today().In(time.UTC))})
	if err != nil {
		return registry.NoVoice, err
	}
	isNetwork, represented := rows[0]["isNetwork"] == true, rows[0]["represented"] == true
	voice := registry.VoiceOf(w.rights.Held(), id, isNetwork, to[id].Networks, represented)
	if voice == registry.NoVoice {
		may := registry.Permission{registry.Representative}
		if isNetwork {
			may = registry.Permission{registry.Coordinator}
		}
		return voice, fault.New(fault.Forbidden, "a party speaks for itself. It is for %s.", whoMay(may, to[id])).In("party").Breaking(registry.RuleSpeaks)
	}
	var others []string
	for i, p := range parties {
		if i != at && p.confirmation == registry.PartyConfirmed {
			others = append(others, p.saidBy)
		}
	}
	if says != registry.PartyConfirmed {
		return voice, nil
	}
	return voice, fault.Within("party", registry.CheckOneVoice(w.rights.Account, others))
}
