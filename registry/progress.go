package registry

// Progress is the share of its target that an indicator has reached: 1 is all of it, more is possible. Without a
// target above zero there is no share and known is false.
func Progress(actual, target int) (share float64, known bool) {
	if target <= 0 {
		return 0, false
	}
	return float64(actual) / float64(target), true
}
