package web

import (
	"context"
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"time"

	"github.com/felixge/httpsnoop"

	"partnernet/store"
)

const (
	// bookmarkHeader is how a script brings along what it has written: the header of an answer goes into the requests that come after it. Browsers
	// have a cookie for it.
	bookmarkHeader = "Partnernet-Bookmark"
	bookmarkCookie = "partnernet-bookmark"
	// bookmarkLife is how long a bookmark is heeded. All members of a cluster have come there by then, unless they are out of order.
	bookmarkLife = time.Minute
)

// bookmarks have everybody read what they have written, also at another server over the same cluster. What travels is sealed by a key that all servers
// find in the database.
type bookmarks struct {
	key    func(context.Context) ([]byte, error)
	now    func() time.Time
	secure bool // whether people come over https
}

// bookmarks gives those of a server; nil where none are needed.
func (p Parts) bookmarks() *bookmarks {
	if !p.Routed {
		return nil
	}
	return &bookmarks{now: p.Desk.Now, secure: p.Edge.Beyond, key: func(ctx context.Context) ([]byte, error) {
		key, err := p.CursorKey(ctx)
		if err != nil || key == nil {
			return nil, err
		}
		return hkdf.Key(sha256.New, key, nil, bookmarkCookie, 32)
	}}
}

// followed has a request be answered behind what its sender has written before, and tells them what they write now. A bookmark that is too old, or that
// cannot be opened, counts as none.
func (b *bookmarks) followed(next http.Handler) http.Handler {
	if b == nil {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, trail := store.WithTrail(r.Context(), b.brought(r))
		told := false
		tell := func() {
			if left := trail.Left(); !told && len(left) > 0 {
				b.tell(w, r, left)
			}
			told = true
		}
		w = httpsnoop.Wrap(w, httpsnoop.Hooks{
			WriteHeader: func(write httpsnoop.WriteHeaderFunc) httpsnoop.WriteHeaderFunc {
				return func(status int) { tell(); write(status) }
			},
			Write: func(write httpsnoop.WriteFunc) httpsnoop.WriteFunc {
				return func(text []byte) (int, error) { tell(); return write(text) }
			},
		})
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

// bookmark is what travels, before it is sealed.
type bookmark struct {
	At   time.Time
	Left []string
}

// brought gives the bookmarks that a request comes with.
func (b *bookmarks) brought(r *http.Request) []string {
	sealed := r.Header.Get(bookmarkHeader)
	if cookie, err := r.Cookie(bookmarkCookie); err == nil && sealed == "" {
		sealed = cookie.Value
	}
	if sealed == "" {
		return nil
	}
	box, err := b.box(r.Context())
	text, wrong := base64.RawURLEncoding.DecodeString(sealed)
	if err != nil || wrong != nil {
		return nil
	}
	opened, err := box.Open(nil, nil, text, nil)
	var mark bookmark
	if err != nil || json.Unmarshal(opened, &mark) != nil || b.now().Sub(mark.At).Abs() > bookmarkLife {
		return nil
	}
	return mark.Left
}

// tell gives the sender of a request what they have to bring along the next time.
func (b *bookmarks) tell(w http.ResponseWriter, r *http.Request, left []string) {
	box, err := b.box(r.Context())
	if err != nil {
		return // it has been written all the same; who reads it next may have to wait for it
	}
	text, err := json.Marshal(bookmark{b.now(), left})
	if err != nil {
		return
	}
	sealed := base64.RawURLEncoding.EncodeToString(box.Seal(nil, nil, text, nil))
	w.Header().Set(bookmarkHeader, sealed)
	http.SetCookie(w, &http.Cookie{Name: bookmarkCookie, Value: sealed, Path: "/", MaxAge: int(bookmarkLife.Seconds()),
		HttpOnly: true, Secure: b.secure, SameSite: http.SameSiteLaxMode})
}

func (b *bookmarks) box(ctx context.Context) (cipher.AEAD, error) {
	key, err := b.key(ctx)
	if err != nil {
		return nil, err
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	return cipher.NewGCMWithRandomNonce(block)
}
