package backup

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"

	"github.com/klauspost/compress/zstd"

	"partnernet/fault"
	"partnernet/store"
)

// Verify reads a whole file and tells what it holds. It is BadInput when the file is no backup, or has been damaged or cut; Conflict when this version cannot read it.
func Verify(file string) (Summary, error) {
	var s Summary
	t := newTally()
	err := readFile(file, func(h Header) error {
		s.Header = h
		return h.readable()
	}, func(text []byte) error {
		l, err := readLine(text)
		if err != nil {
			return err
		}
		key, err := l.key()
		if err != nil {
			return err
		}
		t.add(key, entryOf(l, text))
		return nil
	}, func(f Footer) error {
		s.Footer = f
		if f != t.footer() {
			return errors.New("its lines are not those that its last line tells of")
		}
		return nil
	})
	return s, err
}

// readable is a Conflict when this version does not know the form of the file, or has not the migrations that its register had.
func (h Header) readable() error {
	if h.Version > version {
		return fault.New(fault.Conflict, "The file has form %d, and this version reads forms up to %d. Use a later version.", h.Version, version)
	}
	return store.Known(h.Migrations)
}

// readFile reads a file line by line. What is wrong with it is told as a fault that names the file.
func readFile(file string, first func(Header) error, each func(text []byte) error, last func(Footer) error) error {
	in, err := os.Open(file)
	if err != nil {
		return fault.Wrap(fault.BadInput, err, "The file cannot be read: %s", err)
	}
	defer in.Close()
	err = readLines(in, first, each, last)
	if _, is := errors.AsType[*fault.Fault](err); err == nil || is {
		return err
	}
	return fault.Wrap(fault.BadInput, err, "%s is no whole backup: it has been damaged or cut, or is of another kind (%s). Nothing was written.", file, err)
}

func readLines(in io.Reader, first func(Header) error, each func(text []byte) error, last func(Footer) error) error {
	zip, err := zstd.NewReader(in, zstd.WithDecoderConcurrency(1))
	if err != nil {
		return err
	}
	defer zip.Close()
	lines := bufio.NewReaderSize(zip, 1<<20)
	text, err := lines.ReadBytes('\n')
	if err != nil {
		return err
	}
	var h Header
	if err := json.Unmarshal(text, &h); err != nil || h.Format != format {
		return errors.New("its first line is not that of a backup")
	}
	if err := first(h); err != nil {
		return err
	}
	text, err = lines.ReadBytes('\n')
	for {
		next, end := lines.ReadBytes('\n')
		if err == nil && errors.Is(end, io.EOF) && len(next) == 0 {
			break
		}
		if err := errors.Join(err, end); err != nil {
			return err
		}
		if err := each(text); err != nil {
			return err
		}
		text = next
	}
	var f Footer
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&f); err != nil || f.Digest == "" {
		return errors.New("its last line is missing")
	}
	return last(f)
}

// key gives the key of a line that was read.
func (l line) key() (string, error) {
	switch {
	case l.Record != "" && len(l.Labels) > 0:
		return recordKey(l.Record), nil
	case len(l.Alike) == 2:
		return pairKey(l.Alike[0], l.Alike[1]), nil
	}
	if _, known := kept[l.Node]; known {
		return nodeKey(l.Node, ""), nil
	}
	return "", errors.New("one of its lines is of no kind that a backup has")
}
