package webhooks

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"time"

	"github.com/cenkalti/backoff/v5"
	"github.com/google/uuid"

	"partnernet/audit"
	"partnernet/store"
	"partnernet/stored"
)

// Follow gives the changes that an account sees behind a position in their log, one after another, as Subscription is answered. It ends when take gives an error,
// which it gives too, or when ctx is done.
type Follow func(ctx context.Context, account string, after int64, take func(position int64, answer []byte) error) error

// Times say how soon something is done.
type Times struct {
	Look         time.Duration // between two looks at which hooks there are
	Hold         time.Duration // that a hook is a server's own after a look
	FirstPause   time.Duration // before a message that was not taken is sent again; twice as long before the next
	LongestPause time.Duration
	GiveUp       time.Duration // after so long in which nothing was taken a hook is switched off
}

// DefaultTimes are those of a server.
var DefaultTimes = Times{Look: 2 * time.Second, Hold: 30 * time.Second, FirstPause: 5 * time.Second, LongestPause: time.Hour, GiveUp: 72 * time.Hour}

// Deliverer tells hooks of changes. Of the servers over one database, each hook is one server's own at a time, for a while; another takes it over when that has ended.
type Deliverer struct {
	Hooks
	Sender *Sender
	Follow Follow
	Times  Times
	Log    *slog.Logger
	Count  func(Outcome) // is told of each delivery

	name string // of this server
}

// errNotHeld says that a hook is not this server's own any more.
var errNotHeld = errors.New("the webhook is another server's, switched off or removed, or its account is closed")

// delivery is what tells one hook of changes.
type delivery struct {
	tried int64 // how often the hook had been tried by hand when it began
	end   context.CancelFunc
	over  chan struct{} // closed when it has ended
}

// Run delivers until ctx is done.
func (d *Deliverer) Run(ctx context.Context) {
	d.name = uuid.NewString()
	var all sync.WaitGroup
	own := map[string]delivery{}
	for {
		held, err := d.hold(ctx, "")
		switch {
		case err == nil:
			d.match(ctx, own, held, &all)
		case ctx.Err() == nil:
			d.Log.WarnContext(ctx, "webhooks wait for the database", "error", err)
		}
		if wait(ctx, d.Times.Look) != nil {
			all.Wait()
			d.release(context.WithoutCancel(ctx))
			return
		}
	}
}

// match has a delivery go on for each hook that is held, and for no other. One that waits begins anew when its hook has been tried by hand.
func (d *Deliverer) match(ctx context.Context, own map[string]delivery, held map[string]int64, all *sync.WaitGroup) {
	for id, each := range own {
		if tried, is := held[id]; !is || tried != each.tried || closed(each.over) {
			each.end()
			<-each.over
			delete(own, id)
		}
	}
	for id, tried := range held {
		if _, is := own[id]; is {
			continue
		}
		inside, end := context.WithCancel(ctx)
		begun := delivery{tried, end, make(chan struct{})}
		own[id] = begun
		all.Go(func() {
			defer close(begun.over)
			d.deliver(inside, id)
		})
	}
}

func closed(c chan struct{}) bool {
	select {
	case <-c:
		return true
	default:
		return false
	}
}

// wait waits for a while, or until ctx is done.
func wait(ctx context.Context, pause time.Duration) error {
	timer := time.NewTimer(pause)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}

// hold takes for this server what no other one has, or one hook of its own, and gives what it has then, with how often each was tried by hand.
// A hook is locked before it is looked at.
func (d *Deliverer) hold(ctx context.Context, id string) (held map[string]int64, err error) {
	err = d.DB.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		rows, err := tx.Run(ctx, store.Statement{
			Text: `
				MATCH (hook:Webhook {state: 'ON'})
				WHERE $id IN ['', hook.key]
				WITH hook
				ORDER BY hook.key
				SET hook.looked = true // locks it
				WITH hook
				WHERE hook.state = 'ON'
				  AND (hook.server = $server OR $id = '' AND coalesce(hook.heldUntil < datetime(), true))
				  AND EXISTS { (hook)-[:OF]->(:Account {state: 'ACTIVE'}) }
				SET hook.server = $server, hook.heldUntil = datetime() + duration({milliseconds: $hold})
				RETURN hook.key AS id, coalesce(hook.tried, 0) AS tried`,
			Params: map[string]any{"id": id, "server": d.name, "hold": d.Times.Hold.Milliseconds()},
		})
		held = map[string]int64{}
		for _, row := range rows {
			held[stored.Text(row["id"])] = stored.Number(row["tried"])
		}
		return err
	})
	return held, err
}

// release lets other servers have this one's hooks at once.
func (d *Deliverer) release(ctx context.Context) {
	err := d.DB.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		_, err := tx.Run(ctx, store.Statement{Text: "MATCH (hook:Webhook {server: $server}) SET hook.heldUntil = null, hook.server = null", Params: map[string]any{"server": d.name}})
		return err
	})
	if err != nil {
		d.Log.WarnContext(ctx, "webhooks could not be handed over; another server takes them in a moment", "error", err)
	}
}

// deliver tells a hook of changes while it is this server's own. What was not taken is read and sent again: whoever may see less by then is told less.
func (d *Deliverer) deliver(ctx context.Context, id string) {
	pauses := backoff.NewExponentialBackOff()
	pauses.InitialInterval, pauses.MaxInterval, pauses.Multiplier = d.Times.FirstPause, d.Times.LongestPause, 2
	for {
		err := d.follow(ctx, id, pauses.Reset)
		if ctx.Err() != nil || errors.Is(err, errNotHeld) {
			return
		}
		pause := pauses.NextBackOff()
		d.Log.WarnContext(ctx, "a webhook is told again later", "webhook", id, "pause", pause, "error", err)
		if wait(ctx, pause) != nil {
			return
		}
	}
}

// follow tells a hook of changes from where it is until one is not taken.
func (d *Deliverer) follow(ctx context.Context, id string, taken func()) error {
	hook, err := d.one(ctx, id)
	if err != nil {
		return err
	}
	return d.Follow(ctx, hook.Account, hook.position, func(position int64, answer []byte) error {
		m, err := messageOf(answer)
		if err != nil {
			return err
		}
		held, err := d.hold(ctx, id)
		if err != nil {
			return err
		}
		if _, is := held[id]; !is {
			return errNotHeld
		}
		failed := d.Sender.post(ctx, d.Keys, hook, m, d.Now())
		if failed != nil && ctx.Err() != nil {
			return ctx.Err()
		}
		if err := d.note(context.WithoutCancel(ctx), hook, position, failed); err != nil { // what was taken is noted though the server ends
			return err
		}
		if failed == nil {
			taken()
		}
		return failed
	})
}

// note keeps how far a hook has been told, or why it was not, and switches it off when that has lasted too long.
func (d *Deliverer) note(ctx context.Context, h Hook, position int64, failed error) error {
	if failed == nil {
		d.Count(Delivered)
		return d.keep(ctx, h, "SET hook.position = $position, hook.deliveredAt = $now, hook.failingSince = null, hook.why = null", map[string]any{"position": position}, nil)
	}
	why, gone := failed.Error(), false
	if f, ok := errors.AsType[*failure](failed); ok {
		d.Count(f.outcome)
		gone = f.gone
	}
	off := audit.At(d.Now(), audit.WebhookOff, h.Account, h.Name)
	return d.keep(ctx, h, `
		SET hook.failingSince = coalesce(hook.failingSince, $now), hook.why = $why
		SET hook.state = CASE WHEN $gone OR hook.failingSince < $long THEN 'OFF' ELSE hook.state END`,
		map[string]any{"why": why, "gone": gone, "long": off.At.Add(-d.Times.GiveUp)}, &off)
}

// keep changes what is kept of a hook, and tells the audit when it is switched off by that.
func (d *Deliverer) keep(ctx context.Context, h Hook, change string, params map[string]any, off *audit.Record) error {
	params["id"], params["now"] = h.ID, d.Now().UTC()
	return d.DB.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		rows, err := tx.Run(ctx, store.Statement{Text: "MATCH (hook:Webhook {key: $id})\n" + change + "\nRETURN hook.state AS state", Params: params})
		if err != nil || off == nil || len(rows) == 0 || rows[0]["state"] == "ON" {
			return err
		}
		return audit.Write(ctx, tx.Run, *off)
	})
}
