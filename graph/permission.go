package graph

import (
	"partnernet/commands"
	"partnernet/cypher"
	"partnernet/fault"
	"partnernet/registry"
	"partnernet/stored"
)

// mayBeDone says whether whoever asks may do a command to records: each of them must be theirs.
func mayBeDone(c cypher.Call) (any, error) {
	may, err := permissionOf(c)
	if err != nil {
		return nil, err
	}
	held := heldBy(c.Row["roles"])
	records, _ := c.Row["belongs"].([]any)
	for _, record := range records {
		row, _ := record.(map[string]any)
		if !may.AllowsAny(held, commands.BelongsOf(row)) {
			return false, nil
		}
	}
	return len(records) > 0 || may.AllowsAny(held, registry.Belongs{}) || speaks(may, held), nil
}

// mayBeProposed says whether a command becomes a proposal when whoever asks does it to records.
func mayBeProposed(c cypher.Call) (any, error) {
	if _, err := permissionOf(c); err != nil {
		return false, err
	}
	records, _ := c.Row["belongs"].([]any)
	rows := make([]map[string]any, len(records))
	for i, record := range records {
		rows[i], _ = record.(map[string]any)
	}
	return commands.BecomesProposal(c.Text("command"), heldBy(c.Row["roles"]), rows), nil
}

// speaks says whether one of the roles, over an organisation, is enough.
func speaks(may registry.Permission, held []registry.Held) bool {
	for _, h := range held {
		if may.Allows(h, registry.Belongs{Organisations: []string{h.Over}}) {
			return true
		}
	}
	return false
}

// mayDo gives the roles by which a command may be done.
func mayDo(c cypher.Call) (any, error) {
	may, err := permissionOf(c)
	roles := make([]any, len(may))
	for i, role := range may {
		roles[i] = string(role)
	}
	return roles, err
}

func permissionOf(c cypher.Call) (registry.Permission, error) {
	may, there := commands.PermissionOf(c.Text("command"))
	if !there {
		return nil, fault.New(fault.NotFound, "there is no mutation %q.", c.Text("command")).In("command")
	}
	return may, nil
}

// heldBy reads the roles that a statement tells.
func heldBy(roles any) []registry.Held {
	rows := stored.Rows(roles)
	held := make([]registry.Held, len(rows))
	for i, row := range rows {
		held[i] = registry.Held{Role: registry.Role(stored.Text(row["role"])), Over: stored.Text(row["over"])}
	}
	return held
}
