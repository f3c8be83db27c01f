package registry

import (
	"net"
	"net/url"
	"strings"

	"partnernet/fault"
)

// maxURL bounds an address, in bytes; browsers and proxies agree on about this much.
const maxURL = 2000

// ParseURL gives an absolute http or https address with its scheme and host in small letters. Other schemes, relative
// addresses and addresses with a password in them are refused with BAD_INPUT: what is stored is shown as a link.
func ParseURL(text string) (string, error) {
	address, err := url.Parse(strings.TrimSpace(text))
	if err != nil || len(text) > maxURL || address.Hostname() == "" || address.User != nil ||
		(address.Scheme != "http" && address.Scheme != "https") {
		return "", fault.Wrap(fault.BadInput, err, "A web address is absolute and begins with https:// or http://, as in https://example.org/page, at most %d characters.", maxURL)
	}
	address.Host = strings.ToLower(address.Host)
	return address.String(), nil
}

// IsThisMachine tells whether a host of an address, with its port or without, is this machine under its own name or a loopback address.
func IsThisMachine(host string) bool {
	name := (&url.URL{Host: host}).Hostname()
	return strings.EqualFold(name, "localhost") || net.ParseIP(name).IsLoopback()
}
