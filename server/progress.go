package main

import (
	"io"
	"os"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// progress shows on a terminal what is being done and for how long; it says nothing anywhere else.
type progress struct{ bar *progressbar.ProgressBar }

func startProgress(w io.Writer, what string) progress {
	file, ok := w.(*os.File)
	return progress{progressbar.NewOptions(-1,
		progressbar.OptionSetWriter(w),
		progressbar.OptionSetVisibility(ok && term.IsTerminal(int(file.Fd()))),
		progressbar.OptionSetDescription(what),
		progressbar.OptionSetElapsedTime(true),
		progressbar.OptionClearOnFinish(),
	)}
}

// step says what is being done now.
func (p progress) step(what string) { p.bar.Describe(what) }

// end takes the line away.
func (p progress) end() { _ = p.bar.Finish() } // a line that cannot be drawn is no failure
