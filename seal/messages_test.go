package seal_test

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
	"partnernet/testworld/register"
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
func posting(k register.Staffed, takes string) (register.Staffed, *inbox) {
	k.T.Helper()
	box := &inbox{takes: takes}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	testworld.Must(k.T, err)
	server := smtp.NewServer(box)
	stopped := make(chan error, 1)
	go func() { stopped <- server.Serve(listener) }()
	k.T.Cleanup(func() {
		_ = server.Close()
		if err := <-stopped; err != nil && !errors.Is(err, smtp.ErrServerClosed) {
			k.T.Error(err)
		}
	})
	post, err := mail.New("smtp://"+listener.Addr().String(), "", "", "registry@example.org")
	testworld.Must(k.T, err)
	k.Handler = testworld.GraphQL(k.T, k.DB, func() time.Time { return register.Today }, func(o *graph.Options) {
		o.Log, o.Keys, o.Mail = slog.New(slog.NewTextHandler(k.T.Output(), nil)), k.Keys, post
	})
	return k, box
}

// A message reaches a contact, whose address its sender does not learn, whether it arrives or not.
func TestAMessageReachesAContact(t *testing.T) {
	k, person, contact := newKept(t)
	input := object{"contact": contact, "replyTo": "kari@example.no", "subject": "The exercise", "text": "Can you take part?"}
	for range 25 { // more than an account may send at once
		k.By("COORDINATOR").Command("sendMessage", input, "contact { id }").Fails("UNAVAILABLE", "", "")
	}
	k, box := posting(k, plainAddress)
	k.By("READER").Command("sendMessage", input, "contact { id }").Fails("FORBIDDEN", "", "")
	for _, row := range []struct {
		field, value, code, rule string
	}{{"replyTo", "Kari", "BAD_INPUT", ""}, {"subject", " ", "BAD_INPUT", registry.RuleRequired}, {"text", "", "BAD_INPUT", registry.RuleRequired}, {"contact", k.Ours, "NOT_FOUND", ""}} {
		wrong := object{row.field: row.value}
		for name, value := range input {
			if name != row.field {
				wrong[name] = value
			}
		}
		k.By("COORDINATOR").Command("sendMessage", wrong, "contact { id }").Fails(row.code, row.rule, "input."+row.field)
	}
	if len(box.content) > 0 {
		t.Errorf("sent: %v", box.content)
	}
	got := k.By("REPRESENTATIVE").Command("sendMessage", input, "contact { id address }").Good()
	if len(box.content) != 1 || !strings.Contains(box.content[0], "Reply-To: <kari@example.no>") || !strings.Contains(box.content[0], "To: <"+plainAddress+">") {
		t.Errorf("sent: %v", box.content)
	}
	tellsNothing(k.World, []string{plainAddress, "kari@example.no", "Can you take part"}, got)
	k.By("COORDINATOR").Command("updateContact", object{"id": contact, "address": otherAddress}, "command").Good()
	for range 25 { // what is not sent costs none of what an account may send
		a := k.By("COORDINATOR").Command("sendMessage", input, "contact { id }")
		a.Fails("CONFLICT", "", "")
		if len(a.Errors) > 0 && strings.Contains(a.Errors[0].Message, otherAddress) {
			t.Errorf("the address is told: %s", a.Errors[0].Message)
		}
	}
	want := []string{"MESSAGE_SENT by REPRESENTATIVE"}
	if diff := cmp.Diff(want, audited(k.World, contact)); diff != "" {
		t.Error(diff)
	}
	sent := len(box.content)
	k.By("COORDINATOR").Command("updateContact", object{"id": contact, "address": plainAddress}, "command").Good()
	for refused := false; !refused; {
		if a := k.By("REPRESENTATIVE").Command("sendMessage", input, "contact { id }"); len(a.Errors) > 0 {
			a.Fails("TOO_COSTLY", "", "")
			refused = true
		}
	}
	k.By("COORDINATOR").Command("sendMessage", input, "contact { id }").Good() // each account has a limit of its own
	if more := len(box.content) - sent; more < 2 {
		t.Errorf("%d messages were sent before it was too often", more)
	}
	k.By("COORDINATOR").Command("eraseSubject", object{"id": person}, "command").Good()
	k.By("COORDINATOR").Command("sendMessage", input, "contact { id }").Fails("CONFLICT", registry.RuleErased, "input.contact")
}
