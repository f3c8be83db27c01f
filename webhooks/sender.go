package webhooks

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"strconv"
	"syscall"
	"time"

	"code.dny.dev/ssrf"
	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"

	"partnernet/seal"
)

// Outcome is what became of a message.
type Outcome string

// The outcomes of a delivery.
const (
	Delivered   Outcome = "DELIVERED"
	Refused     Outcome = "REFUSED"     // it was answered with something else than a status 2xx
	Unreachable Outcome = "UNREACHABLE" // nobody answered
	Forbidden   Outcome = "FORBIDDEN"   // the address is one that hooks may not have
	Unsigned    Outcome = "UNSIGNED"    // the key of the hook's secret is gone
)

// failure says why a message was not delivered.
type failure struct {
	outcome Outcome
	gone    bool // the receiver says that it will take no more
	why     string
}

// Error says it as a sentence.
func (f *failure) Error() string { return f.why }

// How long a receiver may take for all, and for parts of it, and how much of its answer is read.
const (
	answerTime = 20 * time.Second
	dialTime   = 5 * time.Second
	answerRead = 4 << 10
)

// Sender posts messages. It goes to no address of a private or special network but those that it is allowed, and to these alone without https. It looks at the
// address that is dialled, whatever name it has, and follows no redirect.
type Sender struct{ secure, plain *http.Client }

// errForbidden is why an address is not dialled.
var errForbidden = errors.New("an address inside a private or special network, which --webhook-networks does not name")

// NewSender makes a sender that may go to some networks besides public ones.
func NewSender(allowed []netip.Prefix) *Sender {
	return &Sender{secure: client(permitted(allowed, true)), plain: client(permitted(allowed, false))}
}

// permitted says which addresses may be dialled, with https or without it.
func permitted(allowed []netip.Prefix, secure bool) func(netip.Addr) bool {
	public := ssrf.New(ssrf.WithAnyPort())
	return func(ip netip.Addr) bool {
		within := slices.ContainsFunc(allowed, func(p netip.Prefix) bool { return p.Contains(ip) })
		return within || secure && public.SafeAddr(ip) == nil
	}
}

// client makes a client that dials those addresses only that may be dialled.
func client(may func(netip.Addr) bool) *http.Client {
	dialer := &net.Dialer{Timeout: dialTime, Control: func(_, address string, _ syscall.RawConn) error {
		at, err := netip.ParseAddrPort(address)
		if err != nil || !may(at.Addr()) {
			return errForbidden
		}
		return nil
	}}
	return &http.Client{
		Timeout:       answerTime,
		Transport:     &http.Transport{DialContext: dialer.DialContext, TLSHandshakeTimeout: dialTime, IdleConnTimeout: time.Minute, MaxResponseHeaderBytes: answerRead},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
}

// post posts a message to a hook. Its error is a failure.
func (s *Sender) post(ctx context.Context, keys *seal.Keys, h Hook, m message, now time.Time) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, h.Address, bytes.NewReader(m.body))
	if err == nil {
		err = sign(request, keys, h, m, now)
	}
	if err != nil {
		return &failure{outcome: Unsigned, why: fmt.Sprintf("It could not be signed: %s", err)}
	}
	client := s.secure
	if request.URL.Scheme == "http" {
		client = s.plain
	}
	answer, err := client.Do(request)
	if failed, ok := errors.AsType[*url.Error](err); ok {
		err = failed.Err // without the address, which is known
	}
	switch {
	case errors.Is(err, errForbidden):
		return &failure{outcome: Forbidden, why: fmt.Sprintf("It is %s.", errForbidden)}
	case err != nil:
		return &failure{outcome: Unreachable, why: fmt.Sprintf("It could not be reached: %s.", err)}
	}
	defer answer.Body.Close()
	_, _ = io.CopyN(io.Discard, answer.Body, answerRead) // so that the connection can be used again
	if answer.StatusCode/100 != 2 {
		return &failure{outcome: Refused, gone: answer.StatusCode == http.StatusGone, why: fmt.Sprintf("It answered %d.", answer.StatusCode)}
	}
	return nil
}

// sign signs a request with the secret of its hook.
func sign(r *http.Request, keys *seal.Keys, h Hook, m message, now time.Time) error {
	secret, err := keys.Open(h.sealed)
	if err != nil {
		return err
	}
	signer, err := standardwebhooks.NewWebhook(secret)
	if err != nil {
		return err
	}
	signature, err := signer.Sign(m.id, now, m.body)
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("User-Agent", "Partnernet")
	r.Header.Set(standardwebhooks.HeaderWebhookID, m.id)
	r.Header.Set(standardwebhooks.HeaderWebhookTimestamp, strconv.FormatInt(now.Unix(), 10))
	r.Header.Set(standardwebhooks.HeaderWebhookSignature, signature)
	return err
}
