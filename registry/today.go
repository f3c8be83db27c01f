package registry

import (
	"time"
	_ "time/tzdata" // a machine need not know the zones of the world

	"cloud.google.com/go/civil"
)

// Zone is where days begin and end on both sides of the border: Norway's time is the same.
const Zone = "Europe/Stockholm"

var onBothSides = func() *time.Location {
	zone, err := time.LoadLocation(Zone)
	if err != nil {
		panic(err) // the zones are part of the program
	}
	return zone
}()

// Today gives the day that an instant has on both sides of the border, wherever the server stands.
func Today(now time.Time) Date { return civil.DateOf(now.In(onBothSides)) }

// DayEnds gives the instant at which a day is over on both sides of the border: the first that is not of it.
func DayEnds(day Date) time.Time { return day.AddDays(1).In(onBothSides).UTC() }
