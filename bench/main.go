// Package main measures what the registry costs beside hand-written Cypher, and beside a generated GraphQL server, in one run on one machine.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"time"

	"github.com/alecthomas/kong"
)

type flags struct {
	Scale   int           `default:"1" help:"How large the synthetic registry is: 1 has 10 000 organisations."`
	Rounds  int           `default:"5" help:"How many times each operation is measured in each way; the ways take turns."`
	Time    time.Duration `default:"2s" help:"How long each of them is measured in a round."`
	Clients int           `default:"16" help:"How many clients ask at once where throughput is measured."`
	Only    []string      `placeholder:"NAME" help:"Only these operations."`
	Data    string        `type:"path" placeholder:"FOLDER" help:"Keep the synthetic registry here and use it again. Without it, it is made anew and removed."`
	Soak    time.Duration `placeholder:"TIME" help:"Have the clients ask all operations of the registry for so long, and tell how much memory it takes meanwhile."`
	Profile string        `type:"path" placeholder:"FILE" help:"Instead of the table, write a CPU profile of the registry while many clients ask the operations."`
	Peer    bool          `help:"Measure @neo4j/graphql over the same database, too. Needs Node.js 20 or later and npm."`
	Writes  bool          `help:"Measure commands, too, beside the same writes by hand."`
	Listen  int           `placeholder:"N" help:"Measure commands while so many subscribers listen to changes, too. Each needs an open file here and at the server."`

	Growth string `type:"path" placeholder:"FOLDER" help:"Keep what one client waits for here, by scale, and draw there how that grows with the register."`

	Overload time.Duration `placeholder:"TIME" help:"Instead of all that, ask for three times as much as can be answered, for so long."`

	Audiences bool `help:"Instead of all that, measure reads and commands where a fifth of all records is not public, beside the same where all is."`
}

func main() {
	var f flags
	kong.Parse(&f, kong.Name("bench"), kong.Description("What the registry costs beside hand-written Cypher over Bolt. Prints a Markdown table."))
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := f.run(ctx); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}
