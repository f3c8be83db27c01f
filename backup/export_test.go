package backup

import "context"

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
