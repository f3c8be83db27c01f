package main

import (
	"cmp"
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/alecthomas/kong"
)

// What a release's build sets by -ldflags; empty in any other build, which knows by itself what it was built from.
var releaseVersion, releaseCommit, releaseDate string

// build is what the program was built from; what is not known is empty.
type build struct{ version, revision, date string }

// buildOf gives what this program was built from.
func buildOf() build {
	b := build{releaseVersion, releaseCommit, releaseDate}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return b
	}
	b.version = cmp.Or(b.version, info.Main.Version)
	for _, setting := range info.Settings {
		switch setting.Key {
		case "vcs.revision":
			b.revision = cmp.Or(b.revision, setting.Value)
		case "vcs.time":
			b.date = cmp.Or(b.date, setting.Value)
		}
	}
	return b
}

type versionCommand struct{}

// Run prints the version, and the revision that it was built from with its day, where the build knows them.
func (versionCommand) Run(k *kong.Context) error {
	_, err := fmt.Fprintln(k.Stdout, version())
	return err
}

func version() string {
	b := buildOf()
	parts := []string{"partnernet", cmp.Or(b.version, "of unknown version"), runtime.Version(), runtime.GOOS + "/" + runtime.GOARCH}
	for _, part := range []string{b.revision, b.date} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, " ")
}
