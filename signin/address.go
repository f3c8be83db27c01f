package signin

import (
	"context"
	"net/url"

	"partnernet/fault"
	"partnernet/store"
	"partnernet/stored"
)

// TellAddress notes where people reach the server, for links that are made beside it.
func TellAddress(ctx context.Context, db *store.DB, address *url.URL) error {
	return db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		_, err := tx.Run(ctx, store.Statement{
			Text:   "MERGE (a:ServerAddress {name: 'latest'}) SET a.url = $url",
			Params: map[string]any{"url": address.String()},
		})
		return err
	})
}

// IssuedAddress gives where the server that was started last is reached. It is NotFound when none was ever started over this database.
func IssuedAddress(ctx context.Context, db *store.DB) (*url.URL, error) {
	rows, err := db.ReadRows(ctx, store.Statement{Text: "MATCH (a:ServerAddress {name: 'latest'}) RETURN a.url AS url"})
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 {
		return nil, fault.New(fault.NotFound, "No server was started over this database yet. Start one: it prints a link to sign in with.")
	}
	address, err := url.Parse(stored.Text(rows[0]["url"]))
	if err != nil {
		return nil, fault.Wrap(fault.Internal, err, "The address of the server cannot be read. Start the server again.")
	}
	return address, nil
}
