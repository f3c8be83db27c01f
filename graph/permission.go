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
	if _, err := permissionOf(c); err != nil {
		return false, err
	}
	records, _ := c.Row["belongs"].([]any)
	rows := make([]map[string]any, len(records))
	for i, record := range records {
		rows[i], _ = record.(map[string]any)
	}
	return commands.BecomesProposal(c.Text("command"), grantedRoles(c.Row["roles"]), rows), nil
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
