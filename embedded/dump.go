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
	if err := home(c.Folder).unfinished(); err != nil {
		return err
	}
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

// Load makes a database in a folder that has none, of a file that Dump has written. What a Load that was killed has left, is loaded anew.
func Load(ctx context.Context, c Config, file string) error {
	if home(c.Folder).used() && home(c.Folder).unfinished() == nil {
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
		return p.load(ctx, part)
	})
}

// load makes the database of the dump in a folder. While it does, the home has a file that says so: a database that is there by halves may not be opened.
func (p program) load(ctx context.Context, from string) error {
	if err := errors.Join(p.forget(), writeFile(p.home.loadingFile(), nil)); err != nil {
		return err
	}
	if _, err := p.password(ctx); err != nil {
		return err
	}
	if err := p.admin(ctx, "database", "load", "neo4j", "--from-path="+from, "--overwrite-destination=true"); err != nil {
		return errors.Join(fmt.Errorf("The dump could not be loaded: %w", err), p.forget(), os.Remove(p.home.loadingFile()))
	}
	return os.Remove(p.home.loadingFile())
}

// forget removes the database and its password, if there are any.
func (p program) forget() error {
	return errors.Join(os.RemoveAll(filepath.Join(string(p.home), "data")), os.RemoveAll(p.home.passwordFile()))
}

// unfinished is an error when a dump was being loaded into the home, and that was killed.
func (h home) unfinished() error {
	if exists(h.loadingFile()) {
		return fmt.Errorf("A dump was being loaded into %s, and that did not end. Load it again with \"server restore --cold\": it begins anew.", h)
	}
	return nil
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
