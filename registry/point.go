package registry

import "partnernet/fault"

// RulePoint is the rule of degrees, as named in a fault.
const RulePoint = "point-on-earth"

// Point is a point on the map, in WGS 84.
type Point struct{ Latitude, Longitude float64 }

// Check refuses degrees that are nowhere on earth.
func (p Point) Check() error {
	switch {
	case !(p.Latitude >= -90 && p.Latitude <= 90):
		return fault.New(fault.BadInput, "Latitude goes from -90 to 90. Correct it, or leave out the point.").At("latitude").Breaking(RulePoint)
	case !(p.Longitude >= -180 && p.Longitude <= 180):
		return fault.New(fault.BadInput, "Longitude goes from -180 to 180. Correct it, or leave out the point.").At("longitude").Breaking(RulePoint)
	}
	return nil
}
