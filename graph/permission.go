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
	if c.Row["readOnly"] == true {
		return false, nil
	}
	roles := grantedRoles(c.Row["roles"])
	records, _ := c.Row["belongs"].([]any)
	for _, record := range records {
		row, _ := record.(map[string]any)
		if !may.AllowsAny(roles, commands.BelongsOf(row)) {
			return false, nil
		}
	}
	return len(records) > 0 || may.AllowsAny(roles, registry.Belongs{}) || speaks(may, roles), nil
}

// mayBeProposed says whether a command becomes a proposal when whoever asks does it to records.
func mayBeProposed(c cypher.Call) (any, error) {
	if _, err := permissionOf(c); err != nil || c.Row["readOnly"] == true {
		return false, err
	}
	records, _ := c.Row["belongs"].([]any)
	rows := make([]map[string]any, len(records))
	for i, record := range records {
		rows[i], _ = record.(map[string]any)
	}
	return commands.BecomesProposal(c.Text("command"), grantedRoles(c.Row["roles"]), rows), nil
}

// voice says how whoever asks may speak for a party of a partnership. Where nobody has an account, whoever keeps the register writes down what all of them say.
func voice(c cypher.Call) (any, error) {
	rows, _ := c.Row["voice"].([]any)
	row, _ := rows[0].(map[string]any)
	roles := grantedRoles(row["roles"])
	may, _ := commands.PermissionOf("confirmPartnership")
	switch {
	case row["readOnly"] == true:
		return nil, nil
	case row["account"] == nil && may.AllowsAny(roles, registry.Belongs{}):
		return string(registry.OwnVoice), nil
	case row["account"] == nil:
		return nil, nil
	}
	speaks := registry.VoiceOf(roles, stored.Text(row["party"]), row["isNetwork"] == true, stored.Texts(row["networks"]), row["represented"] == true)
	return stored.OrNull(string(speaks)), nil
}

// speaks says whether one of the roles, over an organisation, is enough.
func speaks(may registry.Permission, roles []registry.GrantedRole) bool {
	for _, h := range roles {
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

// grantedRoles reads the roles that a statement tells.
func grantedRoles(roles any) []registry.GrantedRole {
	rows := stored.Rows(roles)
	granted := make([]registry.GrantedRole, len(rows))
	for i, row := range rows {
		granted[i] = registry.GrantedRole{Role: registry.Role(stored.Text(row["role"])), Over: stored.Text(row["over"])}
	}
	return granted
}
