package registry

import "slices"

// FormerNames gives the other names of something that is renamed: those that it has, and those that it went by before, so that who knows
// only an old name still finds it. A name that it goes by now is no other name.
func FormerNames(aliases, before, after []string) []string {
	var names []string
	for _, name := range slices.Concat(aliases, before) {
		if name != "" && !slices.Contains(after, name) && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}
