package main

import (
	"log/slog"
	"time"

	"partnernet/accounts"
	"partnernet/signin"
)

// deskOptions say how people sign in to a server.
func deskOptions(db *database, e edge, log *slog.Logger) signin.Options {
	return e.DeskOptions(signin.Options{DB: db.DB, Accounts: db.accounts(), Issuers: e.issuers, Log: log, Now: time.Now})
}

// accounts gives the accounts of the register.
func (d *database) accounts() *accounts.Accounts { return accounts.New(d.DB, d.ledger(), time.Now) }
