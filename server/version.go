package main

import (
	"fmt"
	"runtime/debug"
	"strings"

	"github.com/alecthomas/kong"
)

type versionCommand struct{}

// Run prints the version and, where the build knows it, the revision it was built from.
func (versionCommand) Run(k *kong.Context) error {
	_, err := fmt.Fprintln(k.Stdout, version())
	return err
}

func version() string {
	build, ok := debug.ReadBuildInfo()
	if !ok {
		return "partnernet, of unknown version"
	}
	parts := []string{"partnernet", build.Main.Version, build.GoVersion}
	for _, setting := range build.Settings {
		if setting.Key == "vcs.revision" {
			parts = append(parts, setting.Value)
		}
	}
	return strings.Join(parts, " ")
}
