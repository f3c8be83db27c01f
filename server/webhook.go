package main

import (
	"cmp"
	"context"
	"fmt"
	"log/slog"
	"net/netip"
	"os"
	"text/tabwriter"
	"time"

	"github.com/alecthomas/kong"

	"partnernet/graph"
	"partnernet/signin"
	"partnernet/webhooks"
)

// webhookNetworks says where webhooks may be besides the public network.
type webhookNetworks struct {
	WebhookNetworks []netip.Prefix `placeholder:"PREFIX" group:"webhooks" help:"Networks of your own in which webhooks may be, and without https too: 10.1.2.0/24. Without it there are webhooks at public addresses only. May be given several times, or divided by commas."`
}

// webhookFlags say whether the server tells webhooks of changes.
type webhookFlags struct {
	Webhooks bool `group:"webhooks" help:"Tell webhooks of changes. Without it nothing is sent."`
	webhookNetworks
}

// deliverer gives what tells webhooks of changes, nil where none are to be told.
func (f webhookFlags) deliverer(db *database, graphql *graph.Handler, watch *watch, log *slog.Logger) *webhooks.Deliverer {
	if !f.Webhooks {
		return nil
	}
	return &webhooks.Deliverer{
		Hooks: db.webhooks(), Sender: webhooks.NewSender(f.WebhookNetworks), Times: webhooks.DefaultTimes, Log: log,
		Count: func(o webhooks.Outcome) { watch.Delivery(string(o)) },
		Follow: func(ctx context.Context, account string, after int64, take func(int64, []byte) error) error {
			return graphql.Follow(ctx, graph.Viewer{Account: account, Language: "en", ReadOnly: true}, webhooks.Subscription, after, take)
		},
	}
}

// webhooks gives the webhooks of the register.
func (d *database) webhooks() webhooks.Hooks {
	return webhooks.Hooks{DB: d.DB, Keys: d.keys, Now: time.Now}
}

// webhookCommand has the commands for webhooks. Whoever runs the server says where it sends something to, and nobody over the network.
type webhookCommand struct {
	Add    webhookAddCommand    `cmd:"" help:"Have each change from now on be posted to an address, and write the secret that it is signed with to a file that only you can read."`
	List   webhookListCommand   `cmd:"" help:"List webhooks, with how they fare."`
	Remove webhookRemoveCommand `cmd:"" help:"End a webhook."`
	Test   webhookTestCommand   `cmd:"" help:"Post a message that tells of no change, and say what became of it."`
}

type webhookAddCommand struct {
	URL    string `arg:"" help:"Where changes are posted: https://HOST/PATH."`
	Name   string `required:"" placeholder:"TEXT" help:"What the webhook is for."`
	Output string `required:"" type:"path" placeholder:"FILE" help:"The file to write the secret to. It must not exist yet."`
	For    string `placeholder:"NAME" help:"The account of a program, by its name or its id, whose sight of the register decides what is told (default: that of the machine's keeper)."`
	databaseFlags
}

// Help says what is told.
func (*webhookAddCommand) Help() string {
	return "The webhook is told what the account sees, and nothing when the account is closed. Make one for it with \"server accounts --service\". The server sends nothing before it is started with --webhooks."
}

// Run makes a webhook. The file is made first, so that no secret is made which cannot be written.
func (c *webhookAddCommand) Run(ctx context.Context, k *kong.Context) error {
	return writeSecret(c.Output, func(file *os.File) error {
		return c.withDesk(ctx, k, func(db *database, _ signin.Options) error {
			account, err := accountFor(ctx, db, c.For)
			if err != nil {
				return err
			}
			id, secret, err := db.webhooks().Add(ctx, webhooks.Request{Account: account, Name: c.Name, Address: c.URL})
			if err != nil {
				return err
			}
			if _, err := fmt.Fprintln(file, secret); err != nil {
				return err
			}
			_, err = fmt.Fprintf(k.Stdout, "The webhook %s is told of what changes from now on. %s holds its secret.\n", id, c.Output)
			return err
		})
	})
}

type webhookListCommand struct {
	databaseFlags
}

// Run lists all webhooks.
func (c *webhookListCommand) Run(ctx context.Context, k *kong.Context) error {
	return c.withDesk(ctx, k, func(db *database, _ signin.Options) error {
		all, err := db.webhooks().List(ctx)
		if err != nil {
			return err
		}
		table := tabwriter.NewWriter(k.Stdout, 0, 0, 2, ' ', 0)
		fmt.Fprintln(table, "ID\tNAME\tADDRESS\tACCOUNT\tLAST TAKEN\tSTATE")
		for _, h := range all {
			taken := "never"
			if h.DeliveredAt != nil {
				taken = h.DeliveredAt.Format(time.DateTime)
			}
			fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\t%s\n", h.ID, h.Name, h.Address, cmp.Or(h.AccountName, h.Account), taken, stateOf(h))
		}
		return table.Flush()
	})
}

// stateOf says how a webhook fares.
func stateOf(h webhooks.Hook) string {
	switch {
	case h.AccountClosed:
		return "its account is closed"
	case h.Off:
		return "SWITCHED OFF: " + h.Why + " \"server webhook test\" switches it on again when it is taken."
	case h.FailingSince != nil:
		return "fails since " + h.FailingSince.Format(time.DateTime) + ": " + h.Why
	}
	return "on"
}

type webhookRemoveCommand struct {
	ID string `arg:"" help:"The webhook's id, as \"server webhook list\" tells it."`
	databaseFlags
}

// Run ends a webhook.
func (c *webhookRemoveCommand) Run(ctx context.Context, k *kong.Context) error {
	return c.withDesk(ctx, k, func(db *database, _ signin.Options) error {
		return db.webhooks().Remove(ctx, c.ID)
	})
}

type webhookTestCommand struct {
	ID string `arg:"" help:"The webhook's id, as \"server webhook list\" tells it."`
	webhookNetworks
	databaseFlags
}

// Run posts a message to a webhook.
func (c *webhookTestCommand) Run(ctx context.Context, k *kong.Context) error {
	return c.withDesk(ctx, k, func(db *database, _ signin.Options) error {
		if err := db.webhooks().Try(ctx, webhooks.NewSender(c.WebhookNetworks), c.ID); err != nil {
			return err
		}
		_, err := fmt.Fprintln(k.Stdout, "It was taken.")
		return err
	})
}
