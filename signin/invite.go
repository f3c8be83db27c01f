package signin

import (
	"context"
	"net/http"
	"net/url"

	"partnernet/fault"
	"partnernet/registry"
)

// What lets somebody in goes out in answers of its own, and never through GraphQL, which remembers what it answered. Accounts are listed, suspended and granted more there.

// invitationRequest says who is invited to what, or which program gets an account.
type invitationRequest struct {
	Name string        `json:"name"` // what the account is to be called
	Role registry.Role `json:"role"`
	Over string        `json:"over"` // a network by its acronym or id, or an organisation by its id; all networks when it is not given
}

// forAdministrator answers administrators only who have signed in within the last ten minutes.
func (d *Desk) forAdministrator(next func(w http.ResponseWriter, r *http.Request, caller Caller) error) http.Handler {
	return d.forCaller(func(w http.ResponseWriter, r *http.Request, caller Caller) {
		err := d.recent(caller)
		if err == nil {
			err = d.administers(r, caller)
		}
		if err == nil {
			err = next(w, r, caller)
		}
		if err != nil {
			d.refuse(w, r, err)
		}
	})
}

func (d *Desk) administers(r *http.Request, caller Caller) error {
	may, err := d.Accounts.Administers(r.Context(), caller.Account)
	if err == nil && !may {
		err = fault.New(fault.Forbidden, "Administrators invite people, and add programs. Ask one of them.")
	}
	return err
}

// created answers with what is made for whom an invitation is that is asked for.
func (d *Desk) created(make func(context.Context, registry.Invitation) (map[string]string, error)) func(http.ResponseWriter, *http.Request, Caller) error {
	return func(w http.ResponseWriter, r *http.Request, caller Caller) error {
		i, err := d.invitation(w, r, caller)
		if err != nil {
			return err
		}
		made, err := make(r.Context(), i)
		if err == nil {
			writeJSON(w, http.StatusCreated, made)
		}
		return err
	}
}

// invite makes an invitation, and gives the link that counts once.
func (d *Desk) invite(ctx context.Context, i registry.Invitation) (map[string]string, error) {
	code, err := d.Accounts.Invite(ctx, i)
	return map[string]string{"link": InvitationLink(d.Address, code)}, err
}

// InvitationLink gives the link by which somebody comes with the code of an invitation to the registry at an address.
func InvitationLink(address *url.URL, code string) string {
	link := address.JoinPath("/sign-in")
	link.RawQuery = url.Values{"invitation": {code}}.Encode()
	return link.String()
}

// addProgram makes the account of a program.
func (d *Desk) addProgram(ctx context.Context, i registry.Invitation) (map[string]string, error) {
	id, err := d.Accounts.Service(ctx, i)
	return map[string]string{"account": id}, err
}

// addProgramToken makes an access token for a program.
func (d *Desk) addProgramToken(w http.ResponseWriter, r *http.Request, _ Caller) error {
	id, err := d.Accounts.ServiceOf(r.Context(), r.PathValue("name"))
	if err != nil {
		return err
	}
	return d.makeToken(w, r, id)
}

// invitation reads what somebody is invited to.
func (d *Desk) invitation(w http.ResponseWriter, r *http.Request, caller Caller) (i registry.Invitation, err error) {
	request, err := requested[invitationRequest](w, r, fault.New(fault.BadInput, "Send a JSON object with name, role, and over unless it is all networks."))
	if err != nil {
		return i, err
	}
	if i.Over, err = d.Accounts.Over(r.Context(), request.Over); err != nil {
		return i, err
	}
	i.Name, i.Role, i.By = request.Name, request.Role, caller.Account
	return i, i.Check()
}
