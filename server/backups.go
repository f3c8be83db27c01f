package main

import (
	"context"
	"log/slog"
	"time"

	"partnernet/backup"
	"partnernet/fault"
)

// backupFlags say when the server copies the register by itself, and where to.
type backupFlags struct {
	BackupEvery  time.Duration `placeholder:"TIME" group:"backup" help:"Copy the register into a file so often: 24h."`
	BackupTo     string        `type:"path" placeholder:"FOLDER" group:"backup" help:"Folder of those files."`
	BackupKeep   int           `default:"7" placeholder:"N" group:"backup" help:"How many of them are kept (default: 7)."`
	BackupKeysTo string        `type:"path" placeholder:"FOLDER" group:"backup" help:"Folder for a copy of the keys of persons, of which the latest is kept. Without it they are not copied. Keep it apart from the other: whoever has both reads what is told of persons."`
}

// schedule gives the schedule that the flags ask for, nil for none.
func (f backupFlags) schedule(db *database, log *slog.Logger) (*backup.Schedule, error) {
	if f.BackupEvery == 0 && f.BackupTo == "" {
		return nil, nil
	}
	if f.BackupEvery <= 0 || f.BackupTo == "" || f.BackupKeep < 1 {
		return nil, fault.New(fault.BadInput, "Backups need both --backup-every, such as 24h, and --backup-to, a folder; --backup-keep is 1 or more.")
	}
	s := &backup.Schedule{Register: db.register(), Every: f.BackupEvery, Folder: f.BackupTo, Keep: f.BackupKeep, Log: log, Keys: db.keys.Copy, KeysFolder: f.BackupKeysTo}
	return s, s.Prepare()
}

// keepBackups copies the register beside the requests, until ctx is done.
func keepBackups(ctx context.Context, s *backup.Schedule) {
	if s != nil {
		s.Run(ctx)
	}
}
