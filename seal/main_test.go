package seal_test

import (
	"testing"

	"partnernet/testdb"
	"partnernet/testworld"
)

func TestMain(m *testing.M) { testdb.Main(m) }

type object = testworld.Object
