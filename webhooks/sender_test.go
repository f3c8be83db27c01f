package webhooks

import (
	"net/netip"
	"testing"
)

// Which addresses may be dialled, with https and without, by which networks of one's own are named.
func TestWhereWebhooksMayBe(t *testing.T) {
	for address, want := range map[string]struct{ secure, plain bool }{
		"93.184.216.34":        {secure: true},
		"2606:2800:220:1::1":   {secure: true},
		"127.0.0.1":            {}, // this machine
		"127.8.8.8":            {},
		"::1":                  {},
		"0.0.0.0":              {},
		"::":                   {},
		"10.0.0.1":             {}, // private networks
		"172.16.0.1":           {},
		"172.31.255.255":       {},
		"192.168.1.1":          {},
		"fc00::1":              {},
		"fd12:3456:789a::1":    {},
		"fec0::1":              {},
		"100.64.0.1":           {}, // behind a provider's NAT
		"100.127.255.255":      {},
		"169.254.1.1":          {}, // link-local
		"169.254.169.254":      {}, // metadata of clouds
		"fd00:ec2::254":        {},
		"fe80::1":              {},
		"fe80::1%eth0":         {},
		"::ffff:127.0.0.1":     {}, // IPv4 in IPv6
		"::ffff:93.184.216.34": {},
		"::127.0.0.1":          {},
		"64:ff9b::7f00:1":      {}, // NAT64
		"64:ff9b::a9fe:a9fe":   {},
		"64:ff9b:1::a00:1":     {},
		"2002:7f00:1::1":       {}, // 6to4
		"2002:a9fe:a9fe::1":    {},
		"2001:0:7f00:1::1":     {}, // Teredo
		"2001:db8::1":          {}, // documentation
		"192.0.2.1":            {},
		"198.18.0.1":           {}, // benchmarks
		"224.0.0.1":            {}, // many at once
		"255.255.255.255":      {},
		"240.0.0.1":            {},
		"ff02::1":              {},
		"10.1.2.3":             {secure: true, plain: true}, // those that are named
		"10.1.3.3":             {},
		"fd00:1::5":            {secure: true, plain: true},
		"::ffff:10.1.2.3":      {},
		"64:ff9b::a01:203":     {},
	} {
		allowed := []netip.Prefix{netip.MustParsePrefix("10.1.2.0/24"), netip.MustParsePrefix("fd00:1::/32")}
		at := netip.MustParseAddr(address)
		if secure, plain := permitted(allowed, true)(at), permitted(allowed, false)(at); secure != want.secure || plain != want.plain {
			t.Errorf("%s may be dialled with https: %t, without: %t", address, secure, plain)
		}
	}
}
