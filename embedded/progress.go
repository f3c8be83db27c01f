package embedded

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// failureLines is how much of what Maven reports as an error is about the failure; what follows is advice on its options.
const failureLines = 2

// follow reads what Maven prints until it ends, shows each file that it brings, and gives the lines that tell of a failure.
func follow(output io.Reader, progress io.Writer) string {
	bar := announce(progress)
	defer func() { _ = bar.Finish() }()
	var failures []string
	lines := bufio.NewScanner(output)
	for lines.Scan() {
		line := lines.Text()
		switch {
		case strings.Contains(line, "Downloaded from"):
			_ = bar.Add(1) // a bar that cannot be drawn is no reason to stop
		case strings.HasPrefix(line, "[ERROR]") && len(failures) < failureLines:
			failures = append(failures, line)
		}
	}
	_, err := io.Copy(io.Discard, output) // so that Maven is not stopped by a line too long for us
	if err = errors.Join(lines.Err(), err); err != nil {
		failures = append(failures, err.Error())
	}
	return strings.Join(failures, "\n")
}

// announce says that Neo4j is being fetched: a line that moves on a terminal, a plain one elsewhere.
func announce(progress io.Writer) *progressbar.ProgressBar {
	what := fmt.Sprintf("Fetching Neo4j %s, once for this machine", Version())
	moves := isTerminal(progress)
	if !moves {
		fmt.Fprintln(progress, what)
	}
	return progressbar.NewOptions(-1,
		progressbar.OptionSetVisibility(moves),
		progressbar.OptionSetWriter(progress),
		progressbar.OptionSetDescription(what),
		progressbar.OptionShowCount(),
		progressbar.OptionSetSpinnerChangeInterval(0), // drawn when there is news, not by the clock
		progressbar.OptionOnCompletion(func() { fmt.Fprintln(progress) }),
	)
}

func isTerminal(w io.Writer) bool {
	file, ok := w.(*os.File)
	return ok && term.IsTerminal(int(file.Fd()))
}
