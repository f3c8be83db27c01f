package main

import (
	"context"
	"embed"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"

	"partnernet/store"
)

//go:embed peer
var peerFiles embed.FS

// startPeer installs the peer's server in a folder and starts it over a database.
func startPeer(ctx context.Context, folder string, c store.Config) (*child, error) {
	files, err := fs.Sub(peerFiles, "peer")
	if err != nil {
		return nil, err
	}
	folder = filepath.Join(folder, "peer")
	if err := os.CopyFS(folder, files); err != nil {
		return nil, err
	}
	install := exec.CommandContext(ctx, "npm", "ci", "--no-audit", "--no-fund", "--loglevel=error")
	install.Dir, install.Stderr = folder, os.Stderr
	if err := install.Run(); err != nil {
		return nil, err
	}
	node := exec.CommandContext(ctx, "node", "server.mjs")
	node.Dir, node.Stderr = folder, os.Stderr
	node.Env = append(os.Environ(), "NODE_ENV=production", "NEO4J_URI="+c.URI, "NEO4J_USERNAME="+c.Username, "NEO4J_PASSWORD="+c.Password)
	return start(node)
}
