package mail_test

import (
	"errors"
	"io"
	"net"
	stdmail "net/mail"
	"strings"
	"testing"

	"github.com/emersion/go-smtp"

	"partnernet/fault"
	"partnernet/mail"
)

// inbox is a mail server in this process, which refuses mail to nobody@example.org.
type inbox struct{ to, content []string }

type session struct{ *inbox }

func (i *inbox) NewSession(*smtp.Conn) (smtp.Session, error) { return session{i}, nil }

func (session) Mail(string, *smtp.MailOptions) error { return nil }
func (session) Reset()                               {}
func (session) Logout() error                        { return nil }

func (s session) Rcpt(to string, _ *smtp.RcptOptions) error {
	if to == "nobody@example.org" {
		return &smtp.SMTPError{Code: 550, Message: "there is no " + to}
	}
	s.to = append(s.to, to)
	return nil
}

func (s session) Data(r io.Reader) error {
	content, err := io.ReadAll(r)
	s.content = append(s.content, string(content))
	return err
}

func newInbox(t *testing.T) (box *inbox, address string) {
	t.Helper()
	box = &inbox{}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	server := smtp.NewServer(box)
	stopped := make(chan error, 1)
	go func() { stopped <- server.Serve(listener) }()
	t.Cleanup(func() {
		_ = server.Close()
		if err := <-stopped; err != nil && !errors.Is(err, smtp.ErrServerClosed) {
			t.Error(err)
		}
	})
	return box, "smtp://" + listener.Addr().String()
}

func TestAMessageIsSent(t *testing.T) {
	box, address := newInbox(t)
	server, err := mail.New(address, "", "", "registry@example.org")
	if err != nil {
		t.Fatal(err)
	}
	text := "Kan ni ställa upp på övningen?\nHälsningar"
	if err := server.Send(t.Context(), mail.Message{To: "asa@example.org", ReplyTo: "kari@example.no", Subject: "Övning", Text: text}); err != nil {
		t.Fatal(err)
	}
	if len(box.content) != 1 || len(box.to) != 1 || box.to[0] != "asa@example.org" {
		t.Fatalf("%d messages to %v", len(box.content), box.to)
	}
	got, err := stdmail.ReadMessage(strings.NewReader(box.content[0]))
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"From": "<registry@example.org>", "Reply-To": "<kari@example.no>", "To": "<asa@example.org>"} {
		if got.Header.Get(name) != want {
			t.Errorf("%s is %q, not %q", name, got.Header.Get(name), want)
		}
	}
	if !strings.Contains(box.content[0], "=C3=B6vningen?") {
		t.Errorf("the text is not in: %s", box.content[0])
	}
}

// What the mail server says of an address is told to nobody.
func TestWhatIsNotSent(t *testing.T) {
	_, address := newInbox(t)
	gone, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	_ = gone.Close()
	for _, row := range []struct {
		address, to string
		code        fault.Code
	}{
		{address, "nobody@example.org", fault.Conflict}, {address, "nonsense", fault.BadInput}, {"smtp://" + gone.Addr().String(), "asa@example.org", fault.Unavailable},
		{"", "asa@example.org", fault.Unavailable},
	} {
		server, err := mail.New(row.address, "", "", "registry@example.org")
		if err != nil {
			t.Fatal(err)
		}
		err = server.Send(t.Context(), mail.Message{To: row.to, ReplyTo: "kari@example.no", Subject: "x", Text: "x"})
		if fault.CodeOf(err) != row.code || strings.Contains(err.Error(), row.to) || errors.Unwrap(err) != nil {
			t.Errorf("to %s at %q: %v, want %s", row.to, row.address, err, row.code)
		}
	}
}

func TestSettings(t *testing.T) {
	for _, row := range []struct {
		address, from string
		holds         bool
	}{
		{"smtp://mail.example.org", "registry@example.org", true}, {"smtps://mail.example.org:4650", "registry@example.org", true}, {"", "", true},
		{"mail.example.org", "registry@example.org", false}, {"http://mail.example.org", "registry@example.org", false}, {"smtp://", "registry@example.org", false},
		{"smtp://name:secret@mail.example.org", "registry@example.org", false}, {"smtp://mail.example.org", "", false},
	} {
		if _, err := mail.New(row.address, "", "", row.from); (err == nil) != row.holds {
			t.Errorf("%s from %q: %v", row.address, row.from, err)
		}
	}
}
