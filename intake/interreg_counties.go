package intake

import (
	"sync"

	"partnernet/registry"
)

// swedishCounties gives the code of each of Sweden's counties by its folded name.
var swedishCounties = sync.OnceValue(func() map[string]string {
	codes := map[string]string{}
	for _, area := range registry.NUTS3 {
		if area.Country == "SE" {
			codes[registry.Fold(area.Name)] = area.Code
		}
	}
	return codes
})
