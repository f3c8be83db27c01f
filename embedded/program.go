package embedded

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// program is Neo4j as it can be run: by this Java, from these jars, over this folder.
type program struct {
	java java
	jars string
	home home
}

// server gives the command that runs the database.
func (p program) server(options ...string) *exec.Cmd {
	arguments := append(options,
		// A virtual machine out of memory ends, and is started again, rather than going on half dead.
		"-XX:+ExitOnOutOfMemoryError",
		"-XX:ErrorFile="+filepath.Join(p.home.logFolder(), "crash-%p.log"),
		"-Dfile.encoding=UTF-8",
		// Neo4j reaches into these parts of the Java library.
		"--add-opens=java.base/java.nio=ALL-UNNAMED",
		"--add-opens=java.base/java.io=ALL-UNNAMED",
		"--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
		"--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
		"-cp", p.classPath(),
		"org.neo4j.server.CommunityEntryPoint",
		p.home.argument(),
		"--config-dir="+p.home.configFolder(),
	)
	return exec.Command(p.java.path, arguments...)
}

func (p program) classPath() string { return filepath.Join(p.jars, "*") }

// password gives the password of the database; a database that was never started is given one.
func (p program) password(ctx context.Context) (string, error) {
	kept, err := readPassword(p.home)
	if !errors.Is(err, os.ErrNotExist) {
		return kept, err
	}
	if p.home.used() {
		return "", fmt.Errorf("The folder %s holds a database, but the file with its password is gone: put back %s.", p.home, p.home.passwordFile())
	}
	made := rand.Text()
	if err := p.setPassword(ctx, made); err != nil {
		return "", fmt.Errorf("The embedded database could not be given a password: %w", err)
	}
	// Kept only now: where there is a password file, the database knows the password.
	return made, writeFile(p.home.passwordFile(), []byte(made+"\n"))
}

// setPassword has Neo4j's own tool set the password, handed over in a file because other users may read command lines.
func (p program) setPassword(ctx context.Context, password string) error {
	argument := p.home.passwordFile() + ".new"
	if err := writeFile(argument, []byte(password)); err != nil {
		return err
	}
	defer os.Remove(argument)
	return p.admin(ctx, "dbms", "set-initial-password", "@"+argument)
}

// readPassword gives the password kept for the database; the error is os.ErrNotExist when it never had one.
func readPassword(h home) (string, error) {
	kept, err := os.ReadFile(h.passwordFile())
	if err != nil {
		return "", fmt.Errorf("The password of the embedded database cannot be read (%w).", err)
	}
	return strings.TrimSpace(string(kept)), nil
}
