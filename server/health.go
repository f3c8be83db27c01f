package main

import (
	"context"
	"net/http"
	"time"

	"partnernet/backup"
)

// readyTimeout is how long the database may take to answer before the server calls itself not ready.
const readyTimeout = 2 * time.Second

// health is the answer of /healthz and /readyz.
type health struct {
	Status string `json:"status"`
	Reason string `json:"reason,omitempty"` // why it is not well

	Backup *lastBackup `json:"backup,omitempty"` // where the server takes backups
}

// alive tells that the process answers.
func alive(w http.ResponseWriter, _ *http.Request) {
	writeJSON(w, http.StatusOK, health{Status: "alive"})
}

// readiness tells whether requests can be answered now: that is, whether the database is there.
func readiness(ready func(context.Context) error, backups *backup.Schedule) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), readyTimeout)
		defer cancel()
		if err := ready(ctx); err != nil {
			writeJSON(w, http.StatusServiceUnavailable, health{Status: "unavailable", Reason: err.Error(), Backup: readBackups(backups)})
			return
		}
		writeJSON(w, http.StatusOK, health{Status: "ready", Backup: readBackups(backups)})
	}
}
