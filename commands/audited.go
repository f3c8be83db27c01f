package commands

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"partnernet/audit"
	"partnernet/registry"
)

// audited are the commands that say who may see and do what. Each has its record in the audit log, with the fields of the input that say of what.
var audited = map[string]struct {
	event audit.Event
	of    []string
}{
	"grant":         {audit.Granted, []string{"role", "grantee", "over"}},
	"endGrant":      {audit.GrantEnded, []string{"id"}},
	"updateAccount": {audit.AccountChanged, []string{"id", "state"}},
}

// audit writes the command's record in the audit log, if it has one, in its transaction. A dry run leaves none.
func (w *work) audit(ctx context.Context) error {
	what, is := audited[w.request.Name]
	if !is || w.request.dryRun() {
		return nil
	}
	var detail []string
	for _, field := range what.of {
		if value, given := w.request.Input[field]; given && value != nil {
			detail = append(detail, fmt.Sprintf("%s %v", field, value))
		}
	}
	record := w.event
	record.Event, record.Account, record.Detail = what.event, w.rights.Account, strings.Join(detail, ", ")
	return audit.Write(ctx, w.page.Send, record)
}

// role gives the role by which the actor does the command.
func (w *work) role() registry.GrantedRole {
	may, roles := table[w.request.Name].may, w.rights.GrantedRoles()
	for _, id := range slices.Sorted(maps.Keys(w.owners)) {
		if to := w.owners[id].Belongs; may.AllowsAny(roles, to) {
			return may.First(roles, to)
		}
	}
	return may.First(roles, registry.Belongs{})
}
