package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"time"

	"github.com/alecthomas/kong"
)

type doctorCommand struct {
	edgeFlags
	databaseFlags
}

// Help says what a line tells, and what the command ends with.
func (*doctorCommand) Help() string {
	return "Run it with the settings of the server, beside it or without. A line for each thing that a server needs: whether it is well, what was found, and what to do where it is not. The exit code is 0 when nothing is wrong, and 1 when something is. Doubts are no faults."
}

// state is how something is.
type state string

const (
	well     state = "ok"
	doubtful state = "doubt"
	wrong    state = "WRONG"
)

// finding is what was found of something that a server needs, and what to do.
type finding struct {
	what  string
	state state
	found string
	todo  string // empty where all is well
}

// checkTime is how long one check may take that asks somebody.
const checkTime = 5 * time.Second

// Run looks at all that a server needs, and says how it is. It fails when something is wrong.
func (c *doctorCommand) Run(ctx context.Context, k *kong.Context) error {
	findings := []finding{{"program", well, version(), ""}}
	findings = append(findings, c.machine(ctx)...)
	findings = append(findings, c.reached(ctx)...)
	findings = append(findings, c.database(ctx)...)
	return tellFindings(k.Stdout, findings)
}

// tellFindings writes a line for each finding, with what to do below it. It is an error when one is wrong.
func tellFindings(w io.Writer, findings []finding) error {
	faults := 0
	for _, f := range findings {
		if f.state == wrong {
			faults++
		}
		fmt.Fprintf(w, "%-6s %-18s %s\n", f.state, f.what, f.found)
		if f.todo != "" {
			fmt.Fprintf(w, "       %-18s %s\n", "", f.todo)
		}
	}
	switch {
	case faults == 1:
		return fmt.Errorf("one thing is wrong; its line says what to do")
	case faults > 1:
		return fmt.Errorf("%d things are wrong; their lines say what to do", faults)
	}
	return nil
}

// judged is well where there is no error; else it is wrong, and the error says what to do.
func judged(what, found string, err error) finding {
	if err != nil {
		return finding{what, wrong, "not as it should be", err.Error()}
	}
	return finding{what, well, found, ""}
}

// reached looks at how people reach the server: its address, its certificate, and who lets them sign in.
func (c *doctorCommand) reached(ctx context.Context) []finding {
	at, err := resolve(c.Listen)
	if err != nil {
		return []finding{judged("address", "", err)}
	}
	e, err := c.check(at)
	if err != nil {
		return []finding{judged("address", "", err)}
	}
	all := []finding{listening(ctx, c.Listen)}
	if c.Certificate != "" {
		all = append(all, certificateOf(c.Certificate, c.CertificateKey, time.Now()))
	}
	for _, issuer := range e.issuers {
		all = append(all, described(ctx, http.DefaultClient, issuer, time.Now)...)
	}
	return all
}
