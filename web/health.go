package web

import (
	"context"
	"net/http"
	"time"

	"partnernet/backup"
)

// readyTimeout is how long the database may take to answer before the server calls itself not ready.
const readyTimeout = 2 * time.Second

// Health is the answer of /healthz and /readyz.
type Health struct {
	Status string `json:"status"`
	Reason string `json:"reason,omitempty"` // why it is not well

	Backup *LastBackup `json:"backup,omitempty"` // where the server takes backups
}

// Alive tells that the process answers.
func Alive(w http.ResponseWriter, _ *http.Request) {
	writeJSON(w, http.StatusOK, Health{Status: "alive"})
}

// Starting tells what a server that is being started waits for.
func Starting(w http.ResponseWriter, awaited string) {
	w.Header().Set("Retry-After", "1")
	writeJSON(w, http.StatusServiceUnavailable, Health{Status: "starting", Reason: awaited})
}

// readiness tells whether requests can be answered now: that is, whether the database is there.
func readiness(ready func(context.Context) error, backups *backup.Schedule) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), readyTimeout)
		defer cancel()
		if err := ready(ctx); err != nil {
			writeJSON(w, http.StatusServiceUnavailable, Health{Status: "unavailable", Reason: err.Error(), Backup: readBackups(backups)})
			return
		}
		writeJSON(w, http.StatusOK, Health{Status: "ready", Backup: readBackups(backups)})
	}
}

// LastBackup is what /readyz tells of backups.
type LastBackup struct {
	At         *time.Time `json:"at"`         // of the last good one; null for none
	AgeSeconds *int64     `json:"ageSeconds"` // how long ago that was
	Failed     bool       `json:"failed"`     // the one after that failed; the log tells why
}

// readBackups gives what /readyz tells of a schedule, nil where there is none.
func readBackups(s *backup.Schedule) *LastBackup {
	if s == nil {
		return nil
	}
	last, trouble := s.Last()
	told := &LastBackup{Failed: trouble != nil}
	if !last.IsZero() {
		age := max(0, int64(s.Now().Sub(last).Seconds())) // it seems to be of the future where the clock was set back
		told.At, told.AgeSeconds = &last, &age
	}
	return told
}
