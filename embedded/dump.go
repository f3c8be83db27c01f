package embedded

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
)

// dumpName is what the database's own tool calls the dump of the one database of a Community server.
const dumpName = "neo4j.dump"

// Dump writes the database of a folder into a file, by the database's own tool. No process may have the database open. The file is there whole or not at all.
func Dump(ctx context.Context, c Config, file string) error {
	if !home(c.Folder).used() {
		return fmt.Errorf("There is no embedded database in %s.", c.Folder)
	}
	return c.stopped(ctx, func(ctx context.Context, p program) error {
		part, err := os.MkdirTemp(filepath.Dir(file), ".dump-*")
		if err != nil {
			return fmt.Errorf("The dump cannot be written there (%w).", err)
		}
		defer os.RemoveAll(part)
		if err := p.admin(ctx, "database", "dump", "neo4j", "--to-path="+part); err != nil {
			return fmt.Errorf("The database could not be dumped: %w", err)
		}
		return os.Rename(filepath.Join(part, dumpName), file)
	})
}

// Load makes a database in a folder that has none, of a file that Dump has written.
func Load(ctx context.Context, c Config, file string) error {
	if home(c.Folder).used() {
		return fmt.Errorf("There is a database in %s already. Name another folder.", c.Folder)
	}
	return c.stopped(ctx, func(ctx context.Context, p program) error {
		part, err := os.MkdirTemp(string(p.home), ".load-*")
		if err != nil {
			return fmt.Errorf("The dump cannot be read (%w).", err)
		}
		defer os.RemoveAll(part)
		if err := copyFile(file, filepath.Join(part, dumpName)); err != nil {
			return fmt.Errorf("The dump cannot be read (%w).", err)
		}
		if _, err := p.password(ctx); err != nil {
			return err
		}
		if err := p.admin(ctx, "database", "load", "neo4j", "--from-path="+part, "--overwrite-destination=true"); err != nil {
			return errors.Join(fmt.Errorf("The dump could not be loaded: %w", err), os.RemoveAll(filepath.Join(string(p.home), "data")), os.Remove(p.home.passwordFile()))
		}
		return nil
	})
}

// stopped does something with a folder that no process has the database of open.
func (c Config) stopped(ctx context.Context, do func(context.Context, program) error) error {
	c, claim, err := c.claimed("A server runs over %s. Stop it first, or leave out --cold.")
	if err != nil {
		return err
	}
	err = claim.endStale(ctx)
	var p program
	if err == nil {
		p, err = c.program(ctx)
	}
	if err == nil {
		err = do(ctx, p)
	}
	return errors.Join(err, claim.release())
}

// program gives the database as it can be run.
func (c Config) program(ctx context.Context) (program, error) {
	java, err := findJava(ctx, c.Java)
	if err != nil {
		return program{}, err
	}
	jars, err := c.jars(ctx)
	return program{java: java, jars: jars, home: home(c.Folder)}, err
}

// admin runs Neo4j's own tool.
func (p program) admin(ctx context.Context, arguments ...string) error {
	cmd := exec.CommandContext(ctx, p.java.path, append([]string{"-Xmx512m", "-XX:TieredStopAtLevel=1", "-cp", p.classPath(), "org.neo4j.cli.AdminTool"}, arguments...)...)
	cmd.Env = append(os.Environ(), "NEO4J_HOME="+string(p.home), "NEO4J_CONF="+p.home.configFolder())
	output, err := cmd.CombinedOutput()
	if err != nil {
		return errors.Join(ctx.Err(), fmt.Errorf("%w: %s", err, lastLines(string(output))))
	}
	return nil
}

func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}
