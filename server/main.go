// Package main is the registry's server and its command line.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"

	"partnernet/fault"
)

// What the process ends with.
const (
	exitSuccess = 0
	exitFailure = 1 // the command could not be done
	exitUsage   = 2 // the command line makes no sense
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

// run runs one command line. The first SIGINT or SIGTERM asks the command to end; a second one ends the process at once.
func run(args []string, stdout, stderr io.Writer) int {
	parser := kong.Must(&commandLine{}, kongOptions(stdout, stderr)...)
	command, err := parser.Parse(args)
	if err != nil {
		fmt.Fprintf(stderr, "server: %s. Run \"server --help\" to see what there is.\n", err)
		return exitUsage
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop)
	command.BindTo(ctx, (*context.Context)(nil))
	if err := command.Run(); err != nil {
		fmt.Fprintln(stderr, "server:", explain(err))
		return exitFailure
	}
	return exitSuccess
}

// explain gives what to tell whoever started the command: a sentence, with the name of the rule that was broken, and the cause when it is a fault of the registry itself.
func explain(err error) string {
	if errors.Is(err, context.Canceled) {
		return "stopped before it was done."
	}
	if f, ok := errors.AsType[*fault.Fault](err); ok && f.Code == fault.Internal && f.Cause != nil {
		return fmt.Sprintf("%s (%s)", err, f.Cause)
	}
	if f, ok := errors.AsType[*fault.Fault](err); ok && f.Rule != "" && !strings.Contains(f.Text, "("+f.Rule+")") {
		return fmt.Sprintf("%s (%s)", err, f.Rule)
	}
	return err.Error()
}
