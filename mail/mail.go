// Package mail hands messages to a mail server.
package mail

import (
	"context"
	"errors"
	"net/url"
	"strconv"
	"time"

	"github.com/wneessen/go-mail"

	"partnernet/fault"
	"partnernet/registry"
)

// Server is the mail server that takes messages. A nil one takes none.
type Server struct {
	host, from string
	options    []mail.Option
}

// Message is a message to somebody.
type Message struct {
	To      string // where it goes
	ReplyTo string // whom it is from, and where an answer goes
	Subject string
	Text    string
}

// patience is how long the mail server may take.
const patience = 20 * time.Second

// The ports by scheme: submission, which begins plainly and goes on encrypted, and submission that is encrypted from the start (RFC 8314).
var ports = map[string]int{"smtp": 587, "smtps": 465}

// New gives the mail server at an address, smtp://HOST or smtps://HOST with a port if it is another one than usual. What it takes comes from the address from. Without
// an address there is none.
func New(address, username, password, from string) (*Server, error) {
	if address == "" {
		return nil, nil
	}
	at, err := url.Parse(address)
	if err != nil || ports[at.Scheme] == 0 || at.Hostname() == "" || at.User != nil {
		return nil, fault.New(fault.BadInput, "The address of the mail server is smtp://HOST or smtps://HOST, with :PORT if it is another one than usual. Name and password stand in settings of their own.")
	}
	if err := mail.NewMsg().From(from); err != nil {
		return nil, fault.New(fault.BadInput, "The address that mail comes from is an e-mail address, as in registry@example.org.")
	}
	port := ports[at.Scheme]
	if given, err := strconv.Atoi(at.Port()); err == nil {
		port = given
	}
	s := &Server{host: at.Hostname(), from: from, options: []mail.Option{mail.WithTimeout(patience), mail.WithPort(port)}}
	switch {
	case at.Scheme == "smtps":
		s.options = append(s.options, mail.WithSSL())
	case registry.IsThisMachine(at.Host): // what goes there passes no network
		s.options = append(s.options, mail.WithTLSPolicy(mail.TLSOpportunistic))
	default:
		s.options = append(s.options, mail.WithTLSPolicy(mail.TLSMandatory))
	}
	if username != "" {
		s.options = append(s.options, mail.WithSMTPAuth(mail.SMTPAuthAutoDiscover), mail.WithUsername(username), mail.WithPassword(password))
	}
	return s, nil
}

// refusedForGood are the first of the codes by which a mail server refuses a message for good (RFC 5321).
const refusedForGood = 500

// Check refuses what is to be sent where there is no mail server.
func (s *Server) Check() error {
	if s == nil {
		return fault.New(fault.Unavailable, "This server has no mail server, so it sends no messages. Start it with --mail-server.")
	}
	return nil
}

// Send hands a message to the server. What the server says is in no error, since it may name where the message goes.
func (s *Server) Send(ctx context.Context, m Message) error {
	if err := s.Check(); err != nil {
		return err
	}
	message := mail.NewMsg()
	if err := errors.Join(message.From(s.from), message.To(m.To), message.ReplyTo(m.ReplyTo)); err != nil {
		return fault.New(fault.BadInput, "An address is none that mail can be sent to.")
	}
	message.Subject(m.Subject)
	message.SetDate()
	message.SetMessageID()
	message.SetBodyString(mail.TypeTextPlain, m.Text)
	client, err := mail.NewClient(s.host, s.options...)
	if err != nil {
		return err
	}
	err = client.DialAndSendWithContext(ctx, message)
	if err == nil {
		return nil
	}
	if refused, is := errors.AsType[*mail.SendError](err); is && refused.ErrorCode() >= refusedForGood {
		return fault.New(fault.Conflict, "The mail server refuses the message: the address may be wrong. Have the contact verified.")
	}
	return fault.New(fault.Unavailable, "The mail server did not take the message. Send it again in a while.")
}
