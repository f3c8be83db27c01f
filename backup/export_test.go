package backup

import (
	"bytes"
	"context"
)

// RestoreOnly makes the database one of the version that a file is of, with what the file holds, and migrates nothing.
func RestoreOnly(ctx context.Context, r Register, file string) error {
	s, err := Verify(file)
	if err != nil {
		return err
	}
	if err := r.fill(ctx, file, s); err != nil {
		return err
	}
	return r.write(ctx, unmark, nil)
}

// Sum gives the last line of a file with some lines between the first and the last.
func Sum(lines []string) (string, error) {
	t := newTally()
	for _, text := range lines {
		l, err := readLine([]byte(text))
		if err != nil {
			return "", err
		}
		key, err := l.key()
		if err != nil {
			return "", err
		}
		t.add(key, entryOf(l, []byte(text)))
	}
	var last bytes.Buffer
	err := writeJSON(&last, t.footer())
	return last.String(), err
}
