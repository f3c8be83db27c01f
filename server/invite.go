package main

import (
	"context"
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/alecthomas/kong"

	"partnernet/registry"
	"partnernet/signin"
)

type inviteCommand struct {
	Role string `required:"" enum:"ADMINISTRATOR,COORDINATOR,REPRESENTATIVE,READER" placeholder:"ROLE" help:"What they may do: ADMINISTRATOR, COORDINATOR, REPRESENTATIVE or READER."`
	Over string `placeholder:"NAME" help:"Over which network, by its acronym, or which network or organisation, by its id (default: all networks)."`
	Name string `required:"" placeholder:"TEXT" help:"What their account is to be called."`
	databaseFlags
}

// Help says what becomes of the link.
func (*inviteCommand) Help() string {
	return "It prints a link. Whoever opens it within seven days and signs in with an identity provider gets what is promised, once. Send it to them alone."
}

// Run makes an invitation.
func (c *inviteCommand) Run(ctx context.Context, k *kong.Context) error {
	return c.withDesk(ctx, k, func(db *database, o signin.Options) error {
		address, err := signin.IssuedAddress(ctx, o.DB)
		if err != nil {
			return err
		}
		over, err := db.accounts().Over(ctx, c.Over)
		if err != nil {
			return err
		}
		code, err := db.accounts().Invite(ctx, registry.Invitation{Name: c.Name, Role: registry.Role(c.Role), Over: over})
		if err != nil {
			return err
		}
		_, err = fmt.Fprintln(k.Stdout, signin.InvitationLink(address, code))
		return err
	})
}

type accountsCommand struct {
	Close string `env:"-" placeholder:"ID" help:"Close the account of this id: it is let in no more, and its sessions and tokens end at once."`
	Open  string `env:"-" placeholder:"ID" help:"Open the account of this id again. Sessions and tokens of before it was closed stay ended."`

	Service string `env:"-" placeholder:"TEXT" help:"Make an account for a program, called so, with the role of --role. Access tokens for it are made with \"server token --for\"."`
	Role    string `enum:"COORDINATOR,REPRESENTATIVE,READER" default:"READER" placeholder:"ROLE" help:"What the program may do: READER (the default), REPRESENTATIVE or COORDINATOR."`
	Over    string `placeholder:"NAME" help:"Over which network, by its acronym, or which network or organisation, by its id (default: all networks)."`
	databaseFlags
}

// Run makes, closes or opens an account when one is named, and lists all of them.
func (c *accountsCommand) Run(ctx context.Context, k *kong.Context) error {
	return c.withDesk(ctx, k, func(db *database, _ signin.Options) error {
		if c.Close != "" {
			if err := db.accounts().SetState(ctx, c.Close, registry.SuspendedAccount); err != nil {
				return err
			}
		}
		if c.Open != "" {
			if err := db.accounts().SetState(ctx, c.Open, registry.ActiveAccount); err != nil {
				return err
			}
		}
		if err := c.addService(ctx, db); err != nil {
			return err
		}
		all, err := db.accounts().List(ctx)
		if err != nil {
			return err
		}
		table := tabwriter.NewWriter(k.Stdout, 0, 0, 2, ' ', 0)
		fmt.Fprintln(table, "ID\tKIND\tSTATE\tNAME\tMAY")
		for _, each := range all {
			fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\n", each.ID, each.Kind, each.State, each.Name, strings.Join(each.Grants, ", "))
		}
		return table.Flush()
	})
}

// addService makes the account of a program, if one is named.
func (c *accountsCommand) addService(ctx context.Context, db *database) error {
	if c.Service == "" {
		return nil
	}
	over, err := db.accounts().Over(ctx, c.Over)
	if err != nil {
		return err
	}
	_, err = db.accounts().Service(ctx, registry.Invitation{Name: c.Service, Role: registry.Role(c.Role), Over: over})
	return err
}
