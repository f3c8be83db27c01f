package ledger

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"partnernet/registry"
	"partnernet/stored"
)

// NUTSAreaID is the id of the area of a NUTS code where no other is held.
func NUTSAreaID(code string) string { return DerivedID("area " + registry.NUTSVersion + ": " + code) }

// nutsCode gives the code of the area with an id that is derived from it, "" of any other.
func nutsCode(id string) string {
	for _, a := range registry.NUTS3 {
		if NUTSAreaID(a.Code) == id {
			return a.Code
		}
	}
	return ""
}

// NUTSArea is the record of an area.
func NUTSArea(a registry.Area) Record {
	return Record{Type: "Area", ID: NUTSAreaID(a.Code), Unknown: map[string]registry.Reason{}, Locators: map[string]string{},
		Values: map[string]any{"code": a.Code, "codeSystem": registry.NUTSVersion, "name": a.Name, "country": a.Country}}
}

// placed gives the telling with the NUTS area of every municipality that a place names without one, whoever tells it. A municipality of
// which nothing tells in which county it lies gets none; where several have its name, that is the reason.
func (p *Page) placed(ctx context.Context, t Telling) (Telling, error) {
	places := unplaced(t.Records)
	if len(places) == 0 {
		return t, nil
	}
	rows, err := p.Run(ctx, `
RETURN
  COLLECT { MATCH (a:Area {codeSystem: $system}) WHERE a.code IS NOT NULL RETURN [a.code, a.id] } AS areas,
  COLLECT { MATCH (o:Organisation) WHERE o.id IN $ids AND o.country IS NOT NULL RETURN [o.id, o.country] } AS countries`,
		map[string]any{"system": registry.NUTSVersion, "ids": idsOf(places)})
	if err != nil {
		return t, err
	}
	areas, countries := pairs(rows[0]["areas"]), pairs(rows[0]["countries"])
	for id, r := range places {
		if country, _ := r.Values["country"].(string); country != "" {
			countries[id] = country
		}
	}
	return located(t, places, areas, countries), nil
}

// located gives the telling with the areas, which come first, those that are not held among its records. What is told stays as it was, since
// the work may be done again.
func located(t Telling, places map[string]Record, nuts, countries map[string]string) Telling {
	seen, areas, records := map[string]bool{}, []Record{}, slices.Clone(t.Records)
	for _, r := range records {
		seen[r.ID] = true
	}
	for i, r := range records {
		if _, unplaced := places[r.ID]; !unplaced {
			continue
		}
		place := r.Parts["location"][0]
		m, known := registry.MunicipalityNamed(valueText(place.Values["municipality"]), countries[r.ID])
		if !known {
			if m.Code != "" {
				records[i].Unknown = maps.Clone(r.Unknown)
				if records[i].Unknown == nil {
					records[i].Unknown = map[string]registry.Reason{}
				}
				records[i].Unknown["location.nuts"] = registry.UnclearInSource
			}
			continue
		}
		area := cmp.Or(nuts[m.NUTS], NUTSAreaID(m.NUTS))
		if a, _ := registry.AreaOfNUTS(m.NUTS); nuts[m.NUTS] == "" && !seen[area] {
			areas, seen[area] = append(areas, NUTSArea(a)), true
		}
		records[i].Parts = maps.Clone(r.Parts)
		records[i].Parts["location"] = []Part{{Key: place.Key, Values: place.Values, Links: map[string][]string{"nuts": {area}}}}
	}
	t.Records = append(areas, records...)
	if t.AsOne > 0 {
		t.AsOne += len(areas) // an area is there for others too
	}
	return t
}

// unplaced gives the organisations whose place is told by a municipality alone, by id.
func unplaced(records []Record) map[string]Record {
	places := map[string]Record{}
	for _, r := range records {
		if location := r.Parts["location"]; r.Type == "Organisation" && len(location) == 1 && len(location[0].Links["nuts"]) == 0 && valueText(location[0].Values["municipality"]) != "" {
			places[r.ID] = r
		}
	}
	return places
}

func idsOf(places map[string]Record) []any {
	ids := make([]any, 0, len(places))
	for id := range places {
		ids = append(ids, id)
	}
	return ids
}

// pairs gives rows of two texts as a map.
func pairs(rows any) map[string]string {
	all := map[string]string{}
	for _, row := range stored.List(rows) {
		if pair := stored.List(row); len(pair) == 2 {
			all[valueText(pair[0])] = valueText(pair[1])
		}
	}
	return all
}
