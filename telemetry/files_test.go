package telemetry_test

import (
	"encoding/json"
	"errors"
	"log/slog"
	"os"
	"strings"
	"testing"

	"github.com/prometheus/common/model"
	"github.com/prometheus/prometheus/model/rulefmt"
	"github.com/prometheus/prometheus/promql/parser"
)

var queries = parser.NewParser(parser.Options{})

// The alert rules are well formed, and ask for numbers that a server tells.
func TestAlertRules(t *testing.T) {
	text, err := os.ReadFile("../deploy/prometheus/alerts.yaml")
	if err != nil {
		t.Fatal(err)
	}
	groups, errs := rulefmt.Parse(text, false, model.UTF8Validation, queries, slog.New(slog.DiscardHandler))
	if len(errs) > 0 {
		t.Fatal(errors.Join(errs...))
	}
	told, asked := toldNumbers(t), 0
	for _, group := range groups.Groups {
		for _, rule := range group.Rules {
			asked += asksFor(t, rule.Alert, rule.Expr, told)
			if rule.Annotations["summary"] == "" || rule.Annotations["description"] == "" || rule.Labels["severity"] == "" {
				t.Errorf("%s does not say how urgent it is, what is wrong and what to do", rule.Alert)
			}
		}
	}
	if asked == 0 {
		t.Error("there are no rules")
	}
}

// Every panel of the dashboard asks for numbers that a server tells, and every number of the registry's own is in one.
func TestDashboard(t *testing.T) {
	text, err := os.ReadFile("../deploy/grafana/partnernet.json")
	if err != nil {
		t.Fatal(err)
	}
	var dashboard struct {
		Panels []struct {
			Title   string
			Targets []struct{ Expr string }
		}
	}
	if err := json.Unmarshal(text, &dashboard); err != nil {
		t.Fatal(err)
	}
	told := toldNumbers(t)
	for _, panel := range dashboard.Panels {
		for _, target := range panel.Targets {
			if asksFor(t, panel.Title, strings.ReplaceAll(target.Expr, "$__rate_interval", "5m"), told) == 0 {
				t.Errorf("%s asks for nothing", panel.Title)
			}
		}
	}
	for name := range told {
		if strings.HasPrefix(name, "partnernet_") && name != "partnernet_build_info" && !strings.Contains(string(text), name) {
			t.Errorf("no panel shows %s", name)
		}
	}
}

// asksFor parses a query and counts the numbers that it asks for, each of which must be told.
func asksFor(t *testing.T, where, query string, told map[string]bool) (asked int) {
	t.Helper()
	parsed, err := queries.ParseExpr(query)
	if err != nil {
		t.Fatalf("%s: %v", where, err)
	}
	parser.Inspect(parsed, func(node parser.Node, _ []parser.Node) error {
		if selector, ok := node.(*parser.VectorSelector); ok {
			asked++
			if !told[selector.Name] && selector.Name != "up" {
				t.Errorf("%s asks for %s, which no server tells", where, selector.Name)
			}
		}
		return nil
	})
	return asked
}
