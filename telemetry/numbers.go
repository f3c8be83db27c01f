package telemetry

import (
	"context"
	"time"

	"github.com/prometheus/client_golang/prometheus"
)

// scrapeTime is how long the database may take to say where the log stands, while the numbers are read.
const scrapeTime = time.Second

// Numbers are what a server knows of itself; each is asked when the numbers are read. Those that are nil are left out.
type Numbers struct {
	Going, Waiting map[string]func() float64                    // operations that have entered, and that wait to, by kind
	SentAway       map[string]func() float64                    // since the start, by kind
	Shapes         func() float64                               // of statements whose plans are remembered
	FirstAsks      func() float64                               // statements of a shape that was not remembered, since the start
	Statements     func() float64                               // under way: each has a connection of the pool
	Pool           func() float64                               // connections that the pool may have
	Subscribers    func() float64                               // who wait for changes
	LogPosition    func(context.Context) (int64, error)         // where the log of changes ends
	WebhooksOff    func(context.Context) (int64, error)         // webhooks that were switched off, because nothing could be delivered
	Backup         func() (last time.Time, found bool)          // when the last good backup was made
	Version        func() (version, revision, goVersion string) // of this build
}

// Tell has these numbers read with the others.
func (t *Telemetry) Tell(n Numbers) {
	t.byKind("operations_in_flight", "Operations that have entered and are answered now, by kind.", prometheus.GaugeValue, n.Going)
	t.byKind("operations_waiting", "Operations that wait to enter, by kind.", prometheus.GaugeValue, n.Waiting)
	t.byKind("operations_sent_away_total", "Operations that were refused because more was asked than could be answered, by kind.", prometheus.CounterValue, n.SentAway)
	t.one("plan_shapes", "Shapes of statements whose plans are remembered.", prometheus.GaugeValue, n.Shapes)
	t.one("plan_first_asks_total", "Statements of a shape that was not remembered, which the database may have had to plan.", prometheus.CounterValue, n.FirstAsks)
	t.one("pool_connections_in_use", "Connections to the database that are in use.", prometheus.GaugeValue, n.Statements)
	t.one("pool_connections_max", "Connections to the database that there may be.", prometheus.GaugeValue, n.Pool)
	t.one("subscribers", "Subscribers who wait for changes.", prometheus.GaugeValue, n.Subscribers)
	t.fromDatabase("log_position", "Where the log of changes ends: how many there are. Left out while the database does not say.", n.LogPosition)
	t.fromDatabase("webhooks_switched_off", "Webhooks that were switched off, because nothing could be delivered for days. Left out while the database does not say.", n.WebhooksOff)
	if n.Backup != nil {
		t.read("backup_last_success_timestamp_seconds", "When the last good backup was made. Left out while there is none.", func() (float64, bool) {
			last, found := n.Backup()
			return float64(last.Unix()), found
		})
	}
	if n.Version != nil {
		version, revision, goVersion := n.Version()
		t.Registry.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{Namespace: namespace, Name: "build_info", Help: "Which build this is; always 1.",
			ConstLabels: prometheus.Labels{"version": version, "revision": revision, "go": goVersion}}, func() float64 { return 1 }))
	}
}

func (t *Telemetry) byKind(name, help string, valueType prometheus.ValueType, values map[string]func() float64) {
	described := prometheus.NewDesc(prometheus.BuildFQName(namespace, "", name), help, []string{"kind"}, nil)
	if len(values) == 0 {
		return
	}
	t.Registry.MustRegister(&reading{described, func(give func(prometheus.Metric)) {
		for kind, value := range values {
			give(prometheus.MustNewConstMetric(described, valueType, value(), kind))
		}
	}})
}

func (t *Telemetry) one(name, help string, valueType prometheus.ValueType, value func() float64) {
	if value == nil {
		return
	}
	described := prometheus.NewDesc(prometheus.BuildFQName(namespace, "", name), help, nil, nil)
	t.Registry.MustRegister(&reading{described, func(give func(prometheus.Metric)) {
		give(prometheus.MustNewConstMetric(described, valueType, value()))
	}})
}

// fromDatabase tells what the database says, if it does so soon.
func (t *Telemetry) fromDatabase(name, help string, ask func(context.Context) (int64, error)) {
	if ask == nil {
		return
	}
	t.read(name, help, func() (float64, bool) {
		ctx, cancel := context.WithTimeout(context.Background(), scrapeTime)
		defer cancel()
		value, err := ask(ctx)
		return float64(value), err == nil
	})
}

// read tells a value that may not be there now.
func (t *Telemetry) read(name, help string, value func() (float64, bool)) {
	described := prometheus.NewDesc(prometheus.BuildFQName(namespace, "", name), help, nil, nil)
	t.Registry.MustRegister(&reading{described, func(give func(prometheus.Metric)) {
		if v, found := value(); found {
			give(prometheus.MustNewConstMetric(described, prometheus.GaugeValue, v))
		}
	}})
}

// reading is a number that is read when it is asked for.
type reading struct {
	described *prometheus.Desc
	values    func(give func(prometheus.Metric))
}

// Describe says what the number is.
func (r *reading) Describe(to chan<- *prometheus.Desc) { to <- r.described }

// Collect reads it.
func (r *reading) Collect(to chan<- prometheus.Metric) {
	r.values(func(m prometheus.Metric) { to <- m })
}
