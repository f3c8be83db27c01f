package backup

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"

	"github.com/klauspost/compress/zstd"
)

// spool is a file that holds lines with their keys, in order, until it is known which of them have changed meanwhile. It has no name where the system lets one
// use such a file, so that nothing is left of it however the process ends.
type spool struct {
	file *os.File
	zip  *zstd.Encoder
}

// newSpool makes a spool in a folder, "" for that of temporary files.
func newSpool(folder string) (*spool, error) {
	file, err := os.CreateTemp(folder, partPrefix+"*") // its mode is 0600
	if err != nil {
		return nil, err
	}
	_ = os.Remove(file.Name()) // where this fails, close does it
	zip, err := zstd.NewWriter(file, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(1))
	return &spool{file, zip}, err
}

// entry is a line as it will be written, and what it counts.
type entry struct {
	text             []byte
	parts, relations int
}

func newEntry(l line) (entry, error) {
	text, err := l.text()
	return entryOf(l, text), err
}

// entryOf gives the entry of a line whose text is there.
func entryOf(l line, text []byte) entry {
	e := entry{text: text, parts: len(l.Parts), relations: len(l.Relations) + len(l.Alike)/2}
	for _, p := range l.Parts {
		e.relations += len(p.Relations)
	}
	return e
}

// add adds a line at the end, after its key and what it counts. The key is quoted, as it may have tabulators and line ends; a text of JSON has none.
func (s *spool) add(key string, l line) error {
	e, err := newEntry(l)
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintf(s.zip, "%q\t%d %d\t", key, e.parts, e.relations); err != nil {
		return err
	}
	_, err = s.zip.Write(e.text)
	return err
}

// each gives all lines, in the order in which they were added.
func (s *spool) each(take func(key string, e entry) error) error {
	if err := s.zip.Close(); err != nil {
		return err
	}
	if _, err := s.file.Seek(0, io.SeekStart); err != nil {
		return err
	}
	zip, err := zstd.NewReader(s.file, zstd.WithDecoderConcurrency(1))
	if err != nil {
		return err
	}
	defer zip.Close()
	lines := bufio.NewReaderSize(zip, 1<<20)
	for {
		text, err := lines.ReadBytes('\n')
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		quoted, rest, _ := bytes.Cut(text, []byte{'\t'})
		key, err := strconv.Unquote(string(quoted))
		if err != nil {
			return err
		}
		counts, rest, _ := bytes.Cut(rest, []byte{'\t'})
		e := entry{text: rest}
		if _, err := fmt.Sscan(string(counts), &e.parts, &e.relations); err != nil {
			return err
		}
		if err := take(key, e); err != nil {
			return err
		}
	}
}

// close removes the spool.
func (s *spool) close() {
	_ = s.zip.Close() // it has been closed where it was read
	_ = s.file.Close()
	_ = os.Remove(s.file.Name())
}
