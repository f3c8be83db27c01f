package cypher_test

import (
	"flag"
	"fmt"
	"os"
	"testing"

	"partnernet/testdb"
)

// checks is how many graphs or reads each property is tried on, where the command line does not say (-rapid.checks).
const checks = "40"

func TestMain(m *testing.M) {
	if err := flag.Set("rapid.checks", checks); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	testdb.Main(m)
}
