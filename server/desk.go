package main

import (
	"log/slog"
	"time"

	"partnernet/signin"
	"partnernet/store"
)

// deskOptions say how people sign in to a server.
func deskOptions(db *store.DB, e edge, log *slog.Logger) signin.Options {
	return signin.Options{
		DB: db, Accounts: accounts{db}, Issuers: e.issuers, Log: log, Now: time.Now,
		Address: e.address, ClientOf: e.clientOf,
		LanguageOf: languageOf, Refuse: refuse,
	}
}
