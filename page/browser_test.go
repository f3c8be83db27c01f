package page_test

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"partnernet/testworld/site"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// browser starts the one browser of this test binary, when somebody first visits a page, and gives it; nil where none is installed.
var browser = sync.OnceValues(startBrowser)

// leaveBrowser ends it.
var leaveBrowser = func() {}

func startBrowser() (context.Context, error) {
	path, err := browserPath()
	if path == "" {
		return nil, err
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.WindowSize(1280, 900))
	allocated, stop := chromedp.NewExecAllocator(context.Background(), options...)
	started, leave := chromedp.NewContext(allocated)
	leaveBrowser = func() { leave(); stop() }
	return started, chromedp.Do(started)
}

// browserPath gives the browser that PARTNERNET_BROWSER names, or one that is found; "" where there is none.
func browserPath() (string, error) {
	if asked := os.Getenv("PARTNERNET_BROWSER"); asked != "" {
		path, err := exec.LookPath(asked)
		if err != nil {
			return "", fmt.Errorf("PARTNERNET_BROWSER: %w", err)
		}
		return path, nil
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", nil
}

// visitor is somebody at a browser before the page of a server.
type visitor struct {
	testing.TB
	tab    context.Context
	server string
	wrong  *faults
	effort *effort
}

// effort is what has been done at a browser: how often a pointer was pressed, and how often a key.
type effort struct{ clicks, keys int }

// visit opens a window that shares nothing with those of other visitors. A test skips without a browser, unless one was asked for. Whatever goes
// wrong in the window, an error on its console or a request that fails, fails the test.
func visit(t testing.TB, server string) visitor {
	t.Helper()
	started, err := browser()
	if err != nil {
		t.Fatal(err)
	}
	if started == nil {
		t.Skip("There is no Chromium here to try the page in; install one, or name it in PARTNERNET_BROWSER.")
	}
	wrong := &faults{}
	tab, leave := chromedp.NewContext(started, chromedp.WithNewBrowserContext(), chromedp.WithListener(wrong.listen))
	t.Cleanup(func() {
		leave()
		wrong.report(t)
	})
	v := visitor{TB: t, tab: tab, server: server, wrong: wrong, effort: &effort{}}
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
	ctx, cancel := context.WithTimeout(v.tab, site.Patience)
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
	ctx, cancel := context.WithTimeout(v.tab, site.Patience)
	defer cancel()
	wait := func() error {
		_, err := chromedp.Run(ctx, chromedp.Poll[bool]("Boolean("+expression+")", chromedp.WithPollingTimeout(site.Patience)))
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
	ctx, cancel := context.WithTimeout(v.tab, site.Patience)
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
	v.effort.keys += utf8.RuneCountInString(keys)
	v.do(chromedp.KeyEvent(keys))
}

// pressWithCtrl sends a key to what has the focus while Ctrl is held.
func (v visitor) pressWithCtrl(key string) {
	v.Helper()
	v.effort.keys += 2
	v.do(chromedp.KeyEvent(key, chromedp.KeyModifiers(chromedp.ModifierCtrl)))
}

// point presses what an expression gives as a pointer does: it must be there and not disabled, and nothing may lie over it.
func (v visitor) point(found string) {
	v.Helper()
	v.effort.clicks++
	v.waits("(e => e && !e.disabled)(" + found + ")")
	if over := value[string](v, "("+pressed+")("+found+")"); over != "" {
		v.Errorf("over %s lies %s", found, over)
	}
}

const pressed = `e => {
	e.scrollIntoView({block: 'center', behavior: 'instant'});
	e.focus({preventScroll: true});
	const {left, top, width, height} = e.getClientRects()[0];
	const over = document.elementFromPoint(left + width / 2, top + height / 2);
	e.click();
	return e.contains(over) || over?.contains(e) ? '' : over?.outerHTML.slice(0, 200) ?? 'nothing that can be seen';
}`

// click presses the first button or link that says something.
func (v visitor) click(text string) {
	v.Helper()
	v.point(fmt.Sprintf("[...document.querySelectorAll('main button, main a, .done button')].find(e => e.textContent.includes(%q))", text))
}

// clickIn presses the first button or link in a part of the page that says something.
func (v visitor) clickIn(part, text string) {
	v.Helper()
	v.point("[..." + part + "?.querySelectorAll('button, a') ?? []].find(e => e.textContent.includes(" + quoted(text) + "))")
}

// enter goes to a room by its name in the bar.
func (v visitor) enter(room string) {
	v.Helper()
	v.point("[...document.querySelectorAll('header a, header button')].find(e => e.textContent.trim() === " + quoted(room) + ")")
	v.settled()
}

// write puts a text into the field of a label, in place of what stands there.
func (v visitor) write(label, text string) {
	v.Helper()
	found := fmt.Sprintf("[...document.querySelectorAll('main label')].find(e => e.textContent.includes(%q))?.querySelector('input, textarea, select')", label)
	v.waits(found)
	v.effort.clicks++
	value[bool](v, found+".focus(), document.activeElement.select?.(), true")
	v.press(text)
}

// choose picks an option of the room's last field of a label, by its value.
func (v visitor) choose(label, option string) {
	v.Helper()
	v.chooseIn("document.querySelector('main')", label, option)
}

// chooseIn does so in a part of the page. It takes one click to open the list and one to pick.
func (v visitor) chooseIn(part, label, option string) {
	v.Helper()
	found := fmt.Sprintf("[...%s?.querySelectorAll('label') ?? []].findLast(e => e.textContent.includes(%q))?.querySelector('select')", part, label)
	v.waits(found)
	v.effort.clicks += 2
	value[bool](v, fmt.Sprintf("(select => (select.focus(), select.value = %q, select.dispatchEvent(new Event('change', {bubbles: true}))))(%s)", option, found))
}

// tick presses the button or box in a label of a part of the page.
func (v visitor) tick(part, label string) {
	v.Helper()
	v.point(fmt.Sprintf("[...%s?.querySelectorAll('label') ?? []].find(e => e.textContent.includes(%q))?.querySelector('input')", part, label))
}

// attach gives a file to the room's field for one: it takes one click to open the list of files and one to pick.
func (v visitor) attach(path string) {
	v.Helper()
	v.effort.clicks += 2
	v.do(chromedp.SetUploadFiles(chromedp.CSS("input[type=file]"), []string{path}))
}

// says waits until the room says a text.
func (v visitor) says(text string) {
	v.Helper()
	v.waits("document.querySelector('main').innerText.includes(" + quoted(text) + ")")
}

// isDone waits until the page tells that something is done.
func (v visitor) isDone(text string) {
	v.Helper()
	v.waits("document.querySelector('.done').innerText.includes(" + quoted(text) + ")")
}

// quoted gives a text as JavaScript writes it.
func quoted(text string) string { return fmt.Sprintf("%q", text) }
