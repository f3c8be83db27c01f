package pagetext

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"sync"
	"time"

	"github.com/klippa-app/go-pdfium"
	pdfium_errors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"

	"partnernet/fault"
	"partnernet/registry"
)

// The bounds of what reads a PDF.
const (
	maxReading     = 20 * time.Second
	maxMemoryPages = 256 << 20 / (64 << 10) // of 64 kB each
	readers        = 2                      // PDFs that are read at a time
)

// sandbox gives what reads PDFs: pdfium, compiled to WebAssembly. It has no files, no network and a bounded memory, so that a PDF that breaks it
// breaks nothing else. It is made when the first PDF is read: compiling takes seconds, which later processes find done in the cache folder.
var sandbox = sync.OnceValues(func() (pdfium.Pool, error) {
	settings := wazero.NewRuntimeConfig().WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(maxMemoryPages).WithCloseOnContextDone(true)
	if folder, err := os.UserCacheDir(); err == nil {
		if cache, err := wazero.NewCompilationCacheWithDir(filepath.Join(folder, "partnernet", "pdfium")); err == nil {
			settings = settings.WithCompilationCache(cache)
		}
	}
	return webassembly.Init(webassembly.Config{Context: experimental.WithCompilationWorkers(context.Background(), runtime.NumCPU()), MaxIdle: 1, MaxTotal: readers, RuntimeConfig: settings,
		FSConfig: wazero.NewFSConfig(), Stdout: io.Discard, Stderr: io.Discard})
})

// readPDF reads the text of a PDF as its pages show it. What takes longer than maxReading is given up.
func readPDF(ctx context.Context, content []byte) (*Text, error) {
	pool, err := sandbox()
	if err != nil {
		return nil, fault.Wrap(fault.Internal, err, "What reads PDFs could not be started.")
	}
	ctx, cancel := context.WithTimeout(ctx, maxReading)
	defer cancel()
	instance, err := pool.GetInstanceWithContext(ctx)
	if err != nil {
		return nil, fault.Wrap(fault.Unavailable, err, "Other PDFs are being read now. Try again later.")
	}
	type outcome struct {
		pages []string
		err   error
	}
	done := make(chan outcome, 1)
	go func() {
		pages, err := pdfPages(instance, content)
		done <- outcome{pages, err}
	}()
	select {
	case out := <-done:
		return &Text{Format: PDF, Pages: out.pages}, errors.Join(out.err, closed(instance, out.err))
	case <-ctx.Done():
		_ = instance.Kill() // it is of no further use, whatever comes of it
		<-done
		return nil, refuse(ctx.Err(), "pdf.slow", registry.About{"most": strconv.Itoa(int(maxReading.Seconds()))})
	}
}

// closed ends a reader. What a broken PDF did to it is told by the error of reading.
func closed(instance pdfium.Pdfium, reading error) error {
	if err := instance.Close(); err != nil && reading == nil {
		return fault.Wrap(fault.Internal, err, "What reads PDFs could not be ended.")
	}
	return nil
}

func pdfPages(instance pdfium.Pdfium, content []byte) ([]string, error) {
	opened, err := instance.OpenDocument(&requests.OpenDocument{File: &content})
	if err != nil {
		return nil, unopened(err)
	}
	counted, err := instance.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: opened.Document})
	switch {
	case err != nil:
		return nil, refuse(err, "pdf.broken", nil)
	case counted.PageCount > MaxPages:
		return nil, tooManyPages(counted.PageCount)
	}
	return textOfPages(instance, opened.Document, counted.PageCount)
}

// textOfPages reads page by page. A page that cannot be read makes the whole unreadable: what stands on it would be missing unseen.
func textOfPages(instance pdfium.Pdfium, document references.FPDF_DOCUMENT, many int) ([]string, error) {
	pages := make([]string, many)
	characters := 0
	for i := range many {
		page := requests.Page{ByIndex: &requests.PageByIndex{Document: document, Index: i}}
		read, err := instance.GetPageTextStructured(&requests.GetPageTextStructured{Page: page, Mode: requests.GetPageTextStructuredModeChars})
		if err != nil {
			return nil, refuse(err, "pdf.broken", nil)
		}
		if characters += len(read.Chars); characters > MaxCharacters*2 {
			return nil, refuse(nil, "text.long", registry.About{"most": strconv.Itoa(MaxCharacters)})
		}
		pages[i] = laidOut(read.Chars)
	}
	return pages, nil
}

func unopened(err error) error {
	if errors.Is(err, pdfium_errors.ErrPassword) || errors.Is(err, pdfium_errors.ErrSecurity) {
		return refuse(err, "pdf.encrypted", nil)
	}
	return refuse(err, "pdf.broken", nil)
}
