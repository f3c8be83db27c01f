package cypher_test

import (
	"testing"

	"partnernet/cypher/internal/lab"
)

func TestMain(m *testing.M) { lab.Main(m) }
