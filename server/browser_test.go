package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// browserPath gives the browser that PARTNERNET_BROWSER names, or one that is found. A test skips without one, unless that was asked for.
func browserPath(t testing.TB) string {
	t.Helper()
	if asked := os.Getenv("PARTNERNET_BROWSER"); asked != "" {
		path, err := exec.LookPath(asked)
		if err != nil {
			t.Fatalf("PARTNERNET_BROWSER: %v", err)
		}
		return path
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skip("There is no Chromium here to try the page in; install one, or name it in PARTNERNET_BROWSER.")
	return ""
}

// visitor is somebody at a browser before the page of a server.
type visitor struct {
	testing.TB
	tab    context.Context
	server string
	wrong  *faults
}

// visit opens a browser. Whatever goes wrong in it, an error on its console or a request that fails, fails the test.
func visit(t testing.TB, server string) visitor {
	t.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(browserPath(t)), chromedp.NoSandbox, chromedp.WindowSize(1280, 900))
	started, stop := chromedp.NewExecAllocator(t.Context(), options...)
	wrong := &faults{}
	tab, leave := chromedp.NewContext(started, chromedp.WithListener(wrong.listen))
	t.Cleanup(func() {
		leave()
		stop()
		wrong.report(t)
	})
	v := visitor{TB: t, tab: tab, server: server, wrong: wrong}
	if _, err := chromedp.Call(tab, network.Enable, network.EnableParams{}); err != nil {
		t.Fatal(err)
	}
	return v
}

// faults are those of a browser's tab.
type faults struct {
	mu       sync.Mutex
	seen     []string
	expected string // a part of what is no fault in this test; "" for nothing
}

func (f *faults) listen(event any) {
	f.mu.Lock()
	defer f.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		f.seen = append(f.seen, "exception: "+e.ExceptionDetails.Text+" "+e.ExceptionDetails.Exception.Description)
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeWarning {
			text, err := json.Marshal(e.Args)
			f.seen = append(f.seen, fmt.Sprintf("console: %s %v", text, err))
		}
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError || e.Entry.Level == log.EntryLevelWarning {
			f.seen = append(f.seen, "log: "+e.Entry.Text+" "+e.Entry.URL)
		}
	case *network.EventLoadingFailed:
		if !e.Canceled {
			f.seen = append(f.seen, "request: "+e.ErrorText)
		}
	}
}

func (f *faults) report(t testing.TB) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, fault := range f.seen {
		if f.expected != "" && strings.Contains(fault, f.expected) {
			continue
		}
		t.Errorf("in the browser: %s", fault)
	}
}

func (v visitor) do(actions ...chromedp.Action[chromedp.Void]) {
	v.Helper()
	ctx, cancel := context.WithTimeout(v.tab, patience)
	defer cancel()
	if err := chromedp.Do(ctx, actions...); err != nil {
		v.Fatal(err)
	}
}

// goTo opens an address of the page, and waits for its room.
func (v visitor) goTo(path string) {
	v.Helper()
	v.do(chromedp.Navigate(v.server + path))
	v.settled()
}

// settled waits until a room is there with all its answers.
func (v visitor) settled() {
	v.Helper()
	v.waits("document.querySelector('main h1') && !document.querySelector('.waiting')")
}

// navigated is in what the browser says of a wait that ends because another page comes.
const navigated = "-32000"

// waits waits until an expression is true in the browser, on this page or on the one that comes.
func (v visitor) waits(expression string) {
	v.Helper()
	ctx, cancel := context.WithTimeout(v.tab, patience)
	defer cancel()
	wait := func() error {
		_, err := chromedp.Run(ctx, chromedp.Poll[bool]("Boolean("+expression+")", chromedp.WithPollingTimeout(patience)))
		return err
	}
	err := wait()
	for err != nil && strings.Contains(err.Error(), navigated) && ctx.Err() == nil {
		err = wait()
	}
	if err != nil {
		v.Fatalf("waiting for %s: %v; the page says: %s", expression, err, value[string](v, "document.body.innerText"))
	}
}

// value gives what an expression is in the browser. A promise is awaited.
func value[T any](v visitor, expression string) T {
	v.Helper()
	ctx, cancel := context.WithTimeout(v.tab, patience)
	defer cancel()
	result, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		v.Fatalf("%s: %v", expression, err)
	}
	return result
}

// shows fails unless the room says each of some texts.
func (v visitor) shows(texts ...string) {
	v.Helper()
	said := strings.Join(strings.Fields(value[string](v, "document.querySelector('main').innerText")), " ")
	for _, text := range texts {
		if !strings.Contains(said, text) {
			v.Errorf("%s does not say %q, but: %s", value[string](v, "location.href"), text, said)
		}
	}
}

// press sends keys to what has the focus.
func (v visitor) press(keys string) {
	v.Helper()
	v.do(chromedp.KeyEvent(keys))
}

// click presses the first button or link that says something.
func (v visitor) click(text string) {
	v.Helper()
	found := fmt.Sprintf("[...document.querySelectorAll('main button, main a, .done button')].find(e => e.textContent.includes(%q))", text)
	v.waits(found)
	value[bool](v, found+".click(), true")
}

// write puts a text into the field of a label, in place of what stands there.
func (v visitor) write(label, text string) {
	v.Helper()
	found := fmt.Sprintf("[...document.querySelectorAll('main label')].find(e => e.textContent.includes(%q))?.querySelector('input, textarea, select')", label)
	v.waits(found)
	value[bool](v, found+".focus(), document.activeElement.select?.(), true")
	v.press(text)
}

// quoted gives a text as JavaScript writes it.
func quoted(text string) string { return fmt.Sprintf("%q", text) }
