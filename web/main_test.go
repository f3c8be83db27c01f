package web_test

import (
	"testing"

	"partnernet/testdb"
)

func TestMain(m *testing.M) { testdb.Main(m) }
