package backup

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/klauspost/compress/zstd"

	"partnernet/durable"
	"partnernet/fault"
)

// Write copies the register into a file, beside all who read and write it. The file is there whole or not at all, and only its owner reads it.
func Write(ctx context.Context, r Register, file string) (Summary, error) {
	folder := filepath.Dir(file)
	g, err := r.gather(ctx, folder)
	if err != nil {
		return Summary{}, err
	}
	defer g.close()
	var s Summary
	err = WriteFile(file, func(w io.Writer) error {
		s, err = g.write(w)
		return err
	})
	return s, err
}

// partPrefix begins the names of files that are being written.
const partPrefix = ".backup-"

// WriteFile writes a file, whole or not at all, in the place of one that is there.
func WriteFile(file string, write func(io.Writer) error) error {
	err := durable.WriteFile(file, partPrefix, write)
	if pathError, is := errors.AsType[*os.PathError](err); is {
		return fault.Wrap(fault.Unavailable, err, "The copy could not be written (%s). Nothing is kept of it.", pathError)
	}
	return err
}

// summed tells what the copy would hold.
func (g *gathered) summed() (Summary, error) { return g.write(io.Discard) }

// write writes the copy.
func (g *gathered) write(w io.Writer) (Summary, error) {
	zip, err := zstd.NewWriter(w, zstd.WithEncoderConcurrency(1))
	if err != nil {
		return Summary{}, err
	}
	defer zip.Close()
	if err := writeJSON(zip, g.header); err != nil {
		return Summary{}, err
	}
	t := newTally()
	err = g.each(func(key string, e entry) error {
		t.add(key, e)
		_, err := zip.Write(e.text)
		return err
	})
	if err != nil {
		return Summary{}, err
	}
	if t.Records != g.records || t.commands != g.commands {
		return Summary{}, fmt.Errorf("the copy has %d records and %d remembered commands, and the register has %d and %d", t.Records, t.commands, g.records, g.commands)
	}
	footer := t.footer()
	if err := writeJSON(zip, footer); err != nil {
		return Summary{}, err
	}
	return Summary{Header: g.header, Footer: footer, Turn: g.turn}, zip.Close()
}

// each gives all lines in their order: of those that were read again, what was read last.
func (g *gathered) each(take func(key string, e entry) error) error {
	later := slices.Sorted(maps.Keys(g.later))
	upTo := func(more func(key string) bool) error {
		for len(later) > 0 && more(later[0]) {
			key := later[0]
			later = later[1:]
			if e := g.later[key]; e.text != nil {
				if err := take(key, e); err != nil {
					return err
				}
			}
		}
		return nil
	}
	err := g.spool.each(func(key string, e entry) error {
		_, again := g.later[key]
		if err := upTo(func(other string) bool { return other < key }); err != nil || again {
			return err
		}
		return take(key, e)
	})
	if err != nil {
		return err
	}
	return upTo(func(string) bool { return true })
}

func writeJSON(w io.Writer, v any) error {
	text, err := json.Marshal(v)
	if err == nil {
		_, err = w.Write(append(text, '\n'))
	}
	return err
}

// tally counts what lines hold, and makes their digest.
type tally struct {
	Footer
	commands int
	sum      hash.Hash
}

func newTally() *tally { return &tally{sum: sha256.New()} }

func (t *tally) add(key string, e entry) {
	t.sum.Write(e.text)
	t.Parts += e.parts
	t.Relations += e.relations
	switch {
	case isRecord(key):
		t.Records++
	case !isPair(key):
		t.Nodes++
	}
	if strings.HasPrefix(key, nodeKey("Command", "")) {
		t.commands++
	}
}

func (t *tally) footer() Footer {
	f := t.Footer
	f.Digest = hex.EncodeToString(t.sum.Sum(nil))
	return f
}
