package profile

import (
	"bytes"
	"strconv"

	"github.com/goccy/go-yaml"
)

func index(path string, at int) string { return path + "[" + strconv.Itoa(at) + "]" }

// line gives the line of the profile at which something stands, by its path; 1 where it cannot be found.
func (p *Profile) line(path string) int {
	found, err := yaml.PathString(path)
	if err != nil {
		return 1
	}
	node, err := found.ReadNode(bytes.NewReader(p.text))
	if err != nil || node == nil {
		return 1
	}
	return node.GetToken().Position.Line
}
