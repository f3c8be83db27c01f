package graph

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"

	"github.com/99designs/gqlgen/graphql"

	"partnernet/commands"
	"partnernet/fault"
)

// received gives a command's input with the files that came with the request as commands take them.
func received(input map[string]any) (map[string]any, error) {
	for name, value := range input {
		upload, ok := value.(graphql.Upload)
		if !ok {
			continue
		}
		content, ok := upload.File.(io.ReaderAt)
		digest := sha256.New()
		if _, err := io.Copy(digest, upload.File); err != nil || !ok {
			return nil, fault.Wrap(fault.Internal, errors.Join(err, errors.New("an upload that cannot be read")), "The file could not be read.")
		}
		input[name] = commands.File{Name: upload.Filename, SHA256: hex.EncodeToString(digest.Sum(nil)), Size: upload.Size, Content: content}
	}
	return input, nil
}
