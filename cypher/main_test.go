package cypher_test

import (
	"testing"

	"partnernet/testworld/lab"
)

func TestMain(m *testing.M) { lab.Main(m) }
