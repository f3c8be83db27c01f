package main

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"time"

	"github.com/alecthomas/kong"

	"partnernet/fault"
	"partnernet/signin"
	"partnernet/web"
)

type signInCommand struct {
	databaseFlags
}

// Help says when the command is needed.
func (*signInCommand) Help() string {
	return "The link leads to the server that was started last over the database. It is the way back in, too, when an identity provider is gone."
}

// Run prints a link that signs its opener in.
func (c *signInCommand) Run(ctx context.Context, k *kong.Context) error {
	return c.withDesk(ctx, k, func(_ *database, o signin.Options) error {
		address, err := signin.IssuedAddress(ctx, o.DB)
		if err != nil {
			return err
		}
		o.Address = address
		link, err := signin.NewLink(ctx, o)
		if err != nil {
			return err
		}
		_, err = fmt.Fprintln(k.Stdout, link)
		return err
	})
}

type tokenCommand struct {
	Output string       `required:"" type:"path" placeholder:"FILE" help:"The file to write the token to. It must not exist yet."`
	Name   string       `required:"" placeholder:"TEXT" help:"What the token is for."`
	Right  signin.Right `enum:"READ,WRITE,FEED" default:"READ" placeholder:"RIGHT" help:"READ (the default), WRITE, or FEED: what the token may be used for. One for FEED is the secret in the address of a calendar or of changes, and nothing else."`
	Days   int          `default:"90" placeholder:"N" help:"For how many days it holds: 90 (the default), at most 365."`

	For      string   `placeholder:"NAME" help:"The account of a program that it is for, by its name or its id (default: that of the machine's keeper)."`
	Networks []string `placeholder:"NAME" help:"The only networks that it holds for, by their acronyms or ids (default: all that the account may)."`
	databaseFlags
}

// Help says how a script uses the token.
func (*tokenCommand) Help() string {
	return "A script sends it in the header \"Authorization: Bearer pnr_…\". Whoever has the file is taken for the account that it is for: that of a program, or else the administrator of the register. With READ it has the reading half of their rights."
}

// Run makes an access token. The file is made first, so that no token is made which cannot be written.
func (c *tokenCommand) Run(ctx context.Context, k *kong.Context) error {
	return writeSecret(c.Output, func(file *os.File) error {
		return c.withDesk(ctx, k, func(db *database, o signin.Options) error {
			account, err := accountFor(ctx, db, c.For)
			if err != nil {
				return err
			}
			token, secret, err := signin.NewToken(ctx, o, account, signin.TokenRequest{Name: c.Name, Right: c.Right, Days: c.Days, Networks: c.Networks})
			if err != nil {
				return err
			}
			if _, err := fmt.Fprintln(file, secret); err != nil {
				return err
			}
			_, err = fmt.Fprintf(k.Stdout, "%s holds an access token until %s.\n", c.Output, token.ExpiresAt.Format(time.DateOnly))
			return err
		})
	})
}

// writeSecret makes a file that only its owner can read and has a secret written to it. It is BadInput when the file exists; where the secret is not written there is no file.
func writeSecret(path string, write func(*os.File) error) (err error) {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		if failed, ok := errors.AsType[*os.PathError](err); ok {
			err = failed.Err
		}
		return fault.Wrap(fault.BadInput, err, "%s cannot be made: %s. Name a file that does not exist yet.", path, err)
	}
	defer func() {
		err = errors.Join(err, file.Close())
		if err != nil {
			err = errors.Join(err, os.Remove(path))
		}
	}()
	return write(file)
}

// accountFor gives the id of the account of a program that is named, or else that of the machine's keeper.
func accountFor(ctx context.Context, db *database, named string) (string, error) {
	if named == "" {
		return db.accounts().Local(ctx)
	}
	return db.accounts().ServiceOf(ctx, named)
}

// withDesk opens the database for what is done at the desk without a server.
func (f databaseFlags) withDesk(ctx context.Context, k *kong.Context, do func(*database, signin.Options) error) (err error) {
	log := newLog(k.Stderr)
	db, err := openDatabase(ctx, f, log, k.Stderr)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.close()) }()
	return do(db, deskOptions(db, edge{Edge: web.Edge{Address: &url.URL{}}}, log))
}
