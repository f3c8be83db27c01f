package backup_test

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"partnernet/backup"
	"partnernet/ledger"
	"partnernet/store"
	"partnernet/testdb"
)

// How many organisations are copied and restored: go test ./backup -run XXX -bench RestoreOf -benchtime 1x -args -organisations 10000.
var organisations = flag.Int("organisations", 1_000, "how many organisations are copied and restored")

// enlarge writes a file that holds an organisation and its change so many times, each with ids of its own.
func enlarge(t testing.TB, file, name string, times int) {
	t.Helper()
	all := lines(t, file)
	line := func(part string) string {
		return all[slices.IndexFunc(all, func(line string) bool { return strings.Contains(line, part) })]
	}
	id := func(line string) string { return line[len(`{"record":"`):][:36] }
	organisation := line(`"legalName":"` + name + `"`)
	change := line(`"to":"` + id(organisation) + `"`)
	position := 0
	if _, err := fmt.Sscanf(change[strings.Index(change, `"position":`):], `"position":%d`, &position); err != nil {
		t.Fatal(err)
	}
	records := slices.Clone(all[1:slices.IndexFunc(all, func(line string) bool { return strings.HasPrefix(line, `{"node"`) })])
	others := all[1+len(records):]
	for n := range times {
		another := strings.NewReplacer(id(organisation), uuid.Must(uuid.NewV7()).String(), id(change), uuid.Must(uuid.NewV7()).String(), name, fmt.Sprintf("Företag %d i norr", n),
			fmt.Sprintf(`"position":%d`, position), fmt.Sprintf(`"position":%d`, position+n+1))
		records = append(records, another.Replace(organisation), another.Replace(change))
	}
	slices.Sort(records)
	lock := slices.IndexFunc(others, func(line string) bool { return strings.HasPrefix(line, `{"node":"Lock"`) })
	others[lock] = strings.Replace(others[lock], fmt.Sprintf(`"position":%d`, position), fmt.Sprintf(`"position":%d`, position+times), 1)
	must(t, os.WriteFile(file, packed(t, resummed(t, slices.Concat(all[:1], records, others))), 0o600))
}

// resummed gives lines with a last line that counts them.
func resummed(t testing.TB, lines []string) []string {
	t.Helper()
	last, err := backup.Sum(lines[1 : len(lines)-1])
	must(t, err)
	return append(slices.Clone(lines[:len(lines)-1]), last)
}

// BenchmarkRestoreOf makes a register of a file and copies it again. It tells how long both take, and which statements take most of it.
func BenchmarkRestoreOf(b *testing.B) {
	w := newWorld(b, testdb.Open(b))
	w.make("registerOrganisation", object{"legalName": "Verkstaden vid ån"}, "organisation")
	file := filepath.Join(b.TempDir(), "register.backup")
	_, err := backup.Write(b.Context(), w.Register, file)
	must(b, err)
	enlarge(b, file, "Verkstaden vid ån", *organisations)
	took := map[string]time.Duration{}
	observed := w.Register
	observed.DB = w.db.Observed(func(_ context.Context, s store.Statement, t time.Duration, _ error) {
		took[strings.Join(strings.Fields(s.Text), " ")] += t
	})
	observed.Ledger = ledger.New(observed.DB, w.model, time.Now)
	for b.Loop() {
		testdb.Open(b)
		began := time.Now()
		_, _, err := backup.Restore(b.Context(), observed, file, false)
		must(b, err)
		b.ReportMetric(time.Since(began).Seconds(), "s/restore")
		began = time.Now()
		s, err := backup.Write(b.Context(), observed, file)
		must(b, err)
		b.ReportMetric(time.Since(began).Seconds(), "s/backup")
		b.ReportMetric(s.Turn.Seconds(), "s/turn")
	}
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	b.ReportMetric(float64(memory.Sys>>20), "MiB")
	for _, text := range slices.SortedFunc(maps.Keys(took), func(x, y string) int { return cmp.Compare(took[y], took[x]) })[:12] {
		b.Logf("%8s %.150s", took[text].Round(time.Millisecond), text)
	}
}
