package commands

import (
	"context"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"

	"partnernet/fault"
	"partnernet/registry"
	"partnernet/stored"
)

// voice asks whether the actor may speak for a party of a partnership, and says how. Where nobody has an account, whoever keeps the register writes down what all
// of them say.
func (w *work) voice(ctx context.Context, parties []party, at int, says registry.Confirmation) (registry.Voice, error) {
	if w.rights.Account == "" {
		return registry.OwnVoice, nil
	}
	voice, who, err := w.speaks(ctx, parties[at].id)
	if err != nil {
		return voice, err
	}
	if voice == registry.NoVoice {
		return voice, fault.New(fault.Forbidden, "a party speaks for itself. It is for %s.", who).In("party").Breaking(registry.RuleSpeaks)
	}
	var others []string
	for i, p := range parties {
		if i != at && p.confirmation == registry.PartyConfirmed {
			others = append(others, stored.Text(p.answeredBy))
		}
	}
	if says != registry.PartyConfirmed {
		return voice, nil
	}
	return voice, fault.Within("party", registry.CheckOneVoice(w.rights.Account, others))
}

// speaks says how the actor may speak for a party, and who may.
func (w *work) speaks(ctx context.Context, id string) (voice registry.Voice, who error, err error) {
	to, err := w.readBelonging(ctx, []string{id})
	if err != nil {
		return registry.NoVoice, nil, err
	}
	rows, err := w.readRows(ctx, `
MATCH (party:Record {id: $id})
RETURN {isNetwork: party:Network, represented: EXISTS {
  MATCH (party)<-[:OVER]-(grant:Grant {role: 'REPRESENTATIVE', state: 'ACTIVE'})-[:GRANTEE]->(:Account {state: 'ACTIVE'})
  WHERE coalesce(grant.validFrom <= $today, true)
    AND coalesce(grant.validTo >= $today, true)
}} AS row`, map[string]any{"id": id, "today": dbtype.Date(w.today().In(time.UTC))})
	if err != nil || len(rows) == 0 {
		return registry.NoVoice, nil, err
	}
	isNetwork, represented := rows[0]["isNetwork"] == true, rows[0]["represented"] == true
	may := registry.Permission{registry.Representative}
	if isNetwork {
		may = registry.Permission{registry.Coordinator}
	}
	return registry.VoiceOf(w.rights.GrantedRoles(), id, isNetwork, to[id].Networks, represented), whoMay(may, to[id]), nil
}
