package lab

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/google/go-cmp/cmp"

	"partnernet/testworld/plain"
)

// Difference compares an answer with the expected one, member by member in their order. What a cursor looks like is not compared,
// but equal cursors must stand for equal places and different ones for different places.
func Difference(want any, got string) (string, error) {
	tree, err := decode(json.NewDecoder(bytes.NewReader([]byte(got))))
	if err != nil {
		return "", fmt.Errorf("the answer is no JSON: %w\n%s", err, got)
	}
	places := cursors{}
	places.learn(want, tree)
	return cmp.Diff(want, places.replace(tree)), nil
}

// decode reads a JSON value with its members in their order.
func decode(d *json.Decoder) (any, error) {
	token, err := d.Token()
	if err != nil {
		return nil, err
	}
	switch token {
	case json.Delim('{'):
		object := plain.Object{}
		for d.More() {
			key, err := d.Token()
			if err != nil {
				return nil, err
			}
			value, err := decode(d)
			if err != nil {
				return nil, err
			}
			object = append(object, plain.Member{Key: key.(string), Value: value})
		}
		_, err = d.Token()
		return object, err
	case json.Delim('['):
		list := plain.List{}
		for d.More() {
			item, err := decode(d)
			if err != nil {
				return nil, err
			}
			list = append(list, item)
		}
		_, err = d.Token()
		return list, err
	}
	return token, nil
}

// cursors tells which place each cursor of an answer stands for.
type cursors map[string]plain.Cursor

// learn takes from each place where a cursor is due the one that stands there first.
func (c cursors) learn(want, got any) {
	switch want := want.(type) {
	case plain.Cursor:
		text, _ := got.(string)
		if _, known := c[text]; !known && text != "" {
			c[text] = want
		}
	case plain.Object:
		members, _ := got.(plain.Object)
		for i := range min(len(want), len(members)) {
			c.learn(want[i].Value, members[i].Value)
		}
	case plain.List:
		items, _ := got.(plain.List)
		for i := range min(len(want), len(items)) {
			c.learn(want[i], items[i])
		}
	}
}

// replace puts the places where their cursors are.
func (c cursors) replace(got any) any {
	switch got := got.(type) {
	case string:
		if place, ok := c[got]; ok {
			return place
		}
	case plain.Object:
		for i := range got {
			got[i].Value = c.replace(got[i].Value)
		}
	case plain.List:
		for i := range got {
			got[i] = c.replace(got[i])
		}
	}
	return got
}
