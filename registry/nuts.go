package registry

// Area is a unit of a code system of areas.
type Area struct {
	Country, Code, Name string
}

// NUTS3 are the areas of NUTS 2024, level 3, of Sweden and mainland Norway: the counties (län, fylker). Codes and names are Eurostat's.
var NUTS3 = []Area{
	{"SE", "SE110", "Stockholms län"},
	{"SE", "SE121", "Uppsala län"},
	{"SE", "SE122", "Södermanlands län"},
	{"SE", "SE123", "Östergötlands län"},
	{"SE", "SE124", "Örebro län"},
	{"SE", "SE125", "Västmanlands län"},
	{"SE", "SE211", "Jönköpings län"},
	{"SE", "SE212", "Kronobergs län"},
	{"SE", "SE213", "Kalmar län"},
	{"SE", "SE214", "Gotlands län"},
	{"SE", "SE221", "Blekinge län"},
	{"SE", "SE224", "Skåne län"},
	{"SE", "SE231", "Hallands län"},
	{"SE", "SE232", "Västra Götalands län"},
	{"SE", "SE311", "Värmlands län"},
	{"SE", "SE312", "Dalarnas län"},
	{"SE", "SE313", "Gävleborgs län"},
	{"SE", "SE321", "Västernorrlands län"},
	{"SE", "SE322", "Jämtlands län"},
	{"SE", "SE331", "Västerbottens län"},
	{"SE", "SE332", "Norrbottens län"},
	{"NO", "NO020", "Innlandet"},
	{"NO", "NO060", "Trøndelag/Trööndelage"},
	{"NO", "NO071", "Nordland/Nordlánnda"},
	{"NO", "NO072", "Troms/Romsa/Tromssa"},
	{"NO", "NO073", "Finnmark/Finnmárku/Finmarkku"},
	{"NO", "NO081", "Oslo"},
	{"NO", "NO083", "Østfold"},
	{"NO", "NO084", "Akershus"},
	{"NO", "NO085", "Buskerud"},
	{"NO", "NO092", "Agder"},
	{"NO", "NO093", "Vestfold"},
	{"NO", "NO094", "Telemark"},
	{"NO", "NO0A1", "Rogaland"},
	{"NO", "NO0A2", "Vestland"},
	{"NO", "NO0A3", "Møre og Romsdal"},
}

// AreaOfNUTS gives the area of a code.
func AreaOfNUTS(code string) (Area, bool) {
	for _, area := range NUTS3 {
		if area.Code == code {
			return area, true
		}
	}
	return Area{}, false
}
