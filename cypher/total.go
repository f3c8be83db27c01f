package cypher

// total gives the expression that counts a list, no further than the field's argument upTo says.
func (b *build) total(src source, where []string, s *selected) (string, error) {
	upTo, err := b.upTo(s)
	if err != nil || src.gathered != "" {
		return atMost("size("+src.gathered+")", upTo), err
	}
	return src.count(where, upTo), nil
}

// upTo gives the parameter up to which the list is counted; empty when all of it is.
func (b *build) upTo(s *selected) (string, error) {
	args, err := b.arguments(s.Field)
	if most := args.at("upTo"); err == nil && most.value != nil {
		return b.param(most.origin), nil
	}
	return "", err
}

// atMost gives a number, or the bound where the number is beyond it.
func atMost(number, bound string) string {
	if bound == "" {
		return number
	}
	return "CASE WHEN " + number + " > " + bound + " THEN " + bound + " ELSE " + number + " END"
}

// countsAll says whether a field counts a list however long it is.
func (s *selected) countsAll() bool {
	return s.Name == "totalCount" && s.Arguments.ForName("upTo") == nil
}
