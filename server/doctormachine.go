package main

import (
	"context"
	"crypto/tls"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/shirou/gopsutil/v4/disk"
	"github.com/shirou/gopsutil/v4/mem"

	"partnernet/embedded"
	"partnernet/signin"
	"partnernet/web"
)

const (
	gib           = 1 << 30
	leastDisk     = 1 * gib
	goodDisk      = 5 * gib
	leastMemory   = 512 << 20
	goodMemory    = 3 * gib // with the embedded database: its heap and its pages
	leastValidity = 14 * 24 * time.Hour
	mostSkew      = 10 * time.Second
)

// machine looks at what the server runs on.
func (c *doctorCommand) machine(ctx context.Context) []finding {
	var all []finding
	good := uint64(gib)
	if c.Neo4jURI == "" {
		good = goodMemory
		java, err := embedded.CheckJava(ctx)
		all = append(all, judged("Java", java, err))
		jars, err := embedded.CheckJars()
		all = append(all, judged("Maven", jars, err), diskOf("data folder", c.Data))
	}
	if keys := c.keysFolder(); keys == "" {
		all = append(all, finding{"keys of persons", doubtful, "no folder", "Nothing is kept of persons. Name a folder with --keys, the same for all servers, if something is to be."})
	} else {
		all = append(all, diskOf("keys of persons", keys))
	}
	return append(all, memoryOf(good))
}

// keysFolder gives the folder of the keys of persons, "" where there is none.
func (f databaseFlags) keysFolder() string {
	if f.Keys == "" && f.Neo4jURI == "" {
		return filepath.Join(f.Data, "keys")
	}
	return f.Keys
}

// diskOf looks at the disk that a folder is on, or will be, and whether it may be written to.
func diskOf(what, folder string) finding {
	there := folder
	for there != filepath.Dir(there) {
		if _, err := os.Stat(there); err == nil {
			break
		}
		there = filepath.Dir(there)
	}
	usage, err := disk.Usage(there)
	if err != nil {
		return finding{what, wrong, folder, fmt.Sprintf("The folder cannot be looked at: %s", err)}
	}
	found := fmt.Sprintf("%s, with %.1f GiB free", folder, float64(usage.Free)/gib)
	probe, err := os.CreateTemp(there, ".partnernet-doctor-*")
	if err != nil {
		return finding{what, wrong, found, fmt.Sprintf("Nothing can be written there (%s). Give the folder to the user that the server runs as.", err)}
	}
	probe.Close()
	_ = os.Remove(probe.Name()) // it is empty
	switch {
	case usage.Free < leastDisk:
		return finding{what, wrong, found, "Make room: a database whose disk is full takes no more writes."}
	case usage.Free < goodDisk:
		return finding{what, doubtful, found, "Make room before long."}
	}
	return finding{what, well, found, ""}
}

// memoryOf looks at how much memory is free, of which so much is good.
func memoryOf(good uint64) finding {
	memory, err := mem.VirtualMemory()
	if err != nil {
		return finding{"memory", doubtful, "unknown", err.Error()}
	}
	found := fmt.Sprintf("%.1f of %.1f GiB available", float64(memory.Available)/gib, float64(memory.Total)/gib)
	switch {
	case memory.Available < leastMemory:
		return finding{"memory", wrong, found, "Stop what else runs here, or give the machine more."}
	case memory.Available < good:
		return finding{"memory", doubtful, found, fmt.Sprintf("A large import may need %.1f GiB, unless the database runs already.", float64(good)/gib)}
	}
	return finding{"memory", well, found, ""}
}

// listening looks at whether the address is free, or a registry answers there.
func listening(ctx context.Context, address string) finding {
	at, err := resolve(address)
	if err != nil {
		return judged("port", "", err)
	}
	listener, err := listen(ctx, at)
	if err == nil {
		listener.Close()
		return finding{"port", well, fmt.Sprintf("%s is free", at), ""}
	}
	ctx, cancel := context.WithTimeout(ctx, checkTime)
	defer cancel()
	for _, scheme := range []string{"http", "https"} {
		if answersHealth(ctx, scheme+"://"+at.String()+"/healthz") {
			return finding{"port", well, fmt.Sprintf("a registry answers at %s", at), ""}
		}
	}
	return judged("port", "", err)
}

// answersHealth says whether a registry answers at an address. Whose certificate it has does not matter for that.
func answersHealth(ctx context.Context, address string) bool {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return false
	}
	client := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}} // nothing is sent or believed
	response, err := client.Do(request)
	if err != nil {
		return false
	}
	defer response.Body.Close()
	var h web.Health
	return json.NewDecoder(response.Body).Decode(&h) == nil && h.Status != ""
}

// certificateOf looks at whether a certificate has its key, and for how long it holds.
func certificateOf(certificate, key string, now time.Time) finding {
	pair, err := tls.LoadX509KeyPair(certificate, key)
	if err != nil {
		return finding{"certificate", wrong, certificate, fmt.Sprintf("It cannot be used: %s", err)}
	}
	left := pair.Leaf.NotAfter.Sub(now)
	found := fmt.Sprintf("for %s until %s", strings.Join(pair.Leaf.DNSNames, ", "), pair.Leaf.NotAfter.Format(time.DateOnly))
	switch {
	case left <= 0 || now.Before(pair.Leaf.NotBefore):
		return finding{"certificate", wrong, found, "It does not hold now. Renew it."}
	case left < leastValidity:
		return finding{"certificate", doubtful, found, "Renew it before long; the server reads it again by itself."}
	}
	return finding{"certificate", well, found, ""}
}

// described looks at whether an identity provider answers for itself, and whether its clock and this machine's agree.
func described(ctx context.Context, client *http.Client, issuer signin.Issuer, now func() time.Time) []finding {
	what := "issuer " + issuer.Key
	ctx, cancel := context.WithTimeout(ctx, checkTime)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, strings.TrimSuffix(issuer.Issuer, "/")+"/.well-known/openid-configuration", nil)
	if err != nil {
		return []finding{judged(what, "", err)}
	}
	response, err := client.Do(request)
	if err != nil {
		return []finding{{what, wrong, issuer.Issuer, fmt.Sprintf("It does not answer (%s). Look at the network and the firewall between.", err)}}
	}
	defer response.Body.Close()
	var told struct{ Issuer string }
	if json.NewDecoder(response.Body).Decode(&told) != nil || told.Issuer != issuer.Issuer {
		return []finding{{what, wrong, issuer.Issuer, fmt.Sprintf("What answers there (%s) calls itself %.80q. Correct the address in the file of issuers.", response.Status, told.Issuer)}}
	}
	all := []finding{{what, well, issuer.Issuer + " answers", ""}}
	if date, err := http.ParseTime(response.Header.Get("Date")); err == nil {
		all = append(all, clocks("clock, "+what, date, now()))
	}
	return all
}

// clocks compares this machine's time with that of another one.
func clocks(what string, theirs, ours time.Time) finding {
	skew := ours.Sub(theirs).Round(time.Second)
	if skew.Abs() > mostSkew {
		return finding{what, wrong, fmt.Sprintf("this machine's clock is %s off", skew), "Sign-ins and sessions would end too early or be refused. Have both clocks set by NTP."}
	}
	return finding{what, well, "agrees with this machine's", ""}
}
