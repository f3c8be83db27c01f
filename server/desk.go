package main

import (
	"log/slog"
	"time"

	"partnernet/accounts"
	"partnernet/signin"
	"partnernet/web"
)

// deskOptions say how people sign in to a server.
func deskOptions(db *database, e edge, log *slog.Logger) signin.Options {
	return signin.Options{
		DB: db.DB, Accounts: db.accounts(), Issuers: e.issuers, Log: log, Now: time.Now,
		Address: e.Address, ClientOf: e.ClientOf,
		LanguageOf: web.LanguageOf, Refuse: web.Refuse,
	}
}

// accounts gives the accounts of the register.
func (d *database) accounts() *accounts.Accounts { return accounts.New(d.DB, d.ledger(), time.Now) }
