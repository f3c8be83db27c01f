package commands

import (
	"context"
	"math"
	"time"

	"partnernet/audit"
	"partnernet/fault"
	"partnernet/ledger"
	"partnernet/mail"
	"partnernet/registry"
	"partnernet/stored"
)

// How often an account may write to contacts.
const (
	messagesAtOnce = 20
	messagePause   = 3 * time.Minute // after which it may write once more
)

// sendMessage sends an e-mail to a contact. The command is final first: a message cannot be taken back. What is not sent is not told as sent, and costs nothing
// of what the account may send.
func sendMessage(ctx context.Context, w *work) error {
	id := w.input("contact")
	w.mustExist("contact", id, "Contact")
	current, err := w.storedProperties(ctx, id)
	if err != nil {
		return err
	}
	if err := fault.Within("contact", registry.CheckContactHolds(stored.Day(current["erasedOn"]), stored.Day(current["endedOn"]))); err != nil {
		return err
	}
	if registry.Channel(stored.Text(current["channel"])) != registry.Email {
		return fault.New(fault.Conflict, "the contact is rung, and not written to. Choose another one of the organisation.").In("contact")
	}
	m := mail.Message{ReplyTo: w.input("replyTo"), Subject: registry.Plain(w.input("subject")), Text: w.input("text")}
	if channel, err := registry.ChannelOf(m.ReplyTo); err != nil || channel != registry.Email {
		return fault.New(fault.BadInput, "give your own e-mail address, so that you can be answered.").In("replyTo")
	}
	if err := fault.Within("subject", registry.CheckText(m.Subject, true, registry.MaxName)); err != nil {
		return err
	}
	if err := fault.Within("text", registry.CheckText(m.Text, true, registry.MaxText)); err != nil {
		return err
	}
	if m.To, err = w.keys.Open(stored.Text(current["address"])); err != nil {
		return fault.Within("contact", err)
	}
	if err := w.mail.Check(); err != nil {
		return err
	}
	wait, undo := w.messages.Begin(w.rights.Account)
	if wait > 0 {
		return fault.New(fault.TooCostly, "You have sent many messages. Send the next one in %d minutes.", int(math.Ceil(wait.Minutes())))
	}
	w.results["contact"] = id
	account := w.rights.Account
	w.finally = func(ctx context.Context) error {
		if err := w.mail.Send(ctx, m); err != nil {
			undo()
			return err
		}
		sent := audit.At(w.now(), audit.MessageSent, account, id)
		return w.ledger.Write(context.WithoutCancel(ctx), func(ctx context.Context, p *ledger.Page) error { return audit.Write(ctx, p.Send, sent) }) // whoever hangs up has sent it all the same
	}
	return nil
}
