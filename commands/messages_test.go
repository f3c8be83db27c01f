package commands_test

import (
	"errors"
	"io"
	"log/slog"
	"net"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-smtp"
	"github.com/google/go-cmp/cmp"

	"partnernet/graph"
	"partnernet/mail"
	"partnernet/registry"
	"partnernet/testworld"
)

// inbox is a mail server in this process, which takes all mail but that to other addresses than one.
type inbox struct {
	takes   string
	content []string
}

// NewSession begins a connection.
func (i *inbox) NewSession(*smtp.Conn) (smtp.Session, error) { return session{i}, nil }

type session struct{ *inbox }

func (session) Mail(string, *smtp.MailOptions) error { return nil }
func (session) Reset()                               {}
func (session) Logout() error                        { return nil }

func (s session) Rcpt(to string, _ *smtp.RcptOptions) error {
	if to != s.takes {
		return &smtp.SMTPError{Code: 550, Message: "there is no " + to}
	}
	return nil
}

func (s session) Data(r io.Reader) error {
	content, err := io.ReadAll(r)
	s.content = append(s.content, string(content))
	return err
}

// posting gives the same world, in which messages go to an inbox.
func (k keeping) posting(takes string) (keeping, *inbox) {
	k.t.Helper()
	box := &inbox{takes: takes}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	must(k.t, err)
	server := smtp.NewServer(box)
	stopped := make(chan error, 1)
	go func() { stopped <- server.Serve(listener) }()
	k.t.Cleanup(func() {
		_ = server.Close()
		if err := <-stopped; err != nil && !errors.Is(err, smtp.ErrServerClosed) {
			k.t.Error(err)
		}
	})
	post, err := mail.New("smtp://"+listener.Addr().String(), "", "", "registry@example.org")
	must(k.t, err)
	k.handler = testworld.GraphQL(k.t, k.db, func() time.Time { return today }, func(o *graph.Options) {
		o.Log, o.Keys, o.Mail = slog.New(slog.NewTextHandler(k.t.Output(), nil)), k.keys, post
	})
	return k, box
}

// A message reaches a contact, whose address its sender does not learn, whether it arrives or not.
func TestAMessageReachesAContact(t *testing.T) {
	k, person, contact := newKept(t)
	input := object{"contact": contact, "replyTo": "kari@example.no", "subject": "The exercise", "text": "Can you take part?"}
	k.by("COORDINATOR").command("sendMessage", input, "contact { id }").fails("UNAVAILABLE", "", "")
	k, box := k.posting(plainAddress)
	k.by("READER").command("sendMessage", input, "contact { id }").fails("FORBIDDEN", "", "")
	for _, row := range []struct {
		field, value, code, rule string
	}{{"replyTo", "Kari", "BAD_INPUT", ""}, {"subject", " ", "BAD_INPUT", registry.RuleRequired}, {"text", "", "BAD_INPUT", registry.RuleRequired}, {"contact", k.ours, "NOT_FOUND", ""}} {
		wrong := object{row.field: row.value}
		for name, value := range input {
			if name != row.field {
				wrong[name] = value
			}
		}
		k.by("COORDINATOR").command("sendMessage", wrong, "contact { id }").fails(row.code, row.rule, "input."+row.field)
	}
	if len(box.content) > 0 {
		t.Errorf("sent: %v", box.content)
	}
	got := k.by("REPRESENTATIVE").command("sendMessage", input, "contact { id address }").good()
	if len(box.content) != 1 || !strings.Contains(box.content[0], "Reply-To: <kari@example.no>") || !strings.Contains(box.content[0], "To: <"+plainAddress+">") {
		t.Errorf("sent: %v", box.content)
	}
	k.tellsNothing([]string{plainAddress, "kari@example.no", "Can you take part"}, got)
	k.by("COORDINATOR").command("updateContact", object{"id": contact, "address": otherAddress}, "command").good()
	a := k.by("COORDINATOR").command("sendMessage", input, "contact { id }")
	a.fails("CONFLICT", "", "")
	if len(a.Errors) > 0 && strings.Contains(a.Errors[0].Message, otherAddress) {
		t.Errorf("the address is told: %s", a.Errors[0].Message)
	}
	want := []string{"MESSAGE_SENT by COORDINATOR", "MESSAGE_SENT by COORDINATOR", "MESSAGE_SENT by REPRESENTATIVE"}
	if diff := cmp.Diff(want, k.audited(contact)); diff != "" {
		t.Error(diff)
	}
	sent := len(box.content)
	k.by("COORDINATOR").command("updateContact", object{"id": contact, "address": plainAddress}, "command").good()
	for refused := false; !refused; {
		if a := k.by("REPRESENTATIVE").command("sendMessage", input, "contact { id }"); len(a.Errors) > 0 {
			a.fails("TOO_COSTLY", "", "")
			refused = true
		}
	}
	k.by("COORDINATOR").command("sendMessage", input, "contact { id }").good() // each account has a limit of its own
	if more := len(box.content) - sent; more < 2 {
		t.Errorf("%d messages were sent before it was too often", more)
	}
	k.by("COORDINATOR").command("eraseSubject", object{"id": person}, "command").good()
	k.by("COORDINATOR").command("sendMessage", input, "contact { id }").fails("CONFLICT", registry.RuleErased, "input.contact")
}
