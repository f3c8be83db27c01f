package cypher

// Sealed seals a text as cursors are.
func Sealed(key, text []byte) (string, error) {
	s, err := newSeal(key)
	return s.close(text), err
}
