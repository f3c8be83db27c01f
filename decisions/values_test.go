package decisions

import "testing"

func TestValuesInAllSpellings(t *testing.T) {
	swedish, norwegian, inEnglish := reader{&rules().languages[0]}, reader{&rules().languages[1]}, reader{&rules().languages[2]}
	for _, row := range []struct {
		reader               reader
		pattern, words, want string
	}{
		{swedish, "amount", "362 060 kronor", "362060.00 SEK"},
		{swedish, "amount", "1 210 517 kronor", "1210517.00 SEK"},
		{swedish, "amount", "1.210.517,50 kr", "1210517.50 SEK"},
		{swedish, "amount", "3 200 tkr", "3200000.00 SEK"},
		{swedish, "amount", "1,9 mnkr", "1900000.00 SEK"},
		{swedish, "amount", "2,5 miljoner kronor", "2500000.00 SEK"},
		{swedish, "amount", "SEK 40 000", "40000.00 SEK"},
		{swedish, "amount", "412\n345 euro", "412345.00 EUR"},
		{norwegian, "amount", "NOK 50.000", "50000.00 NOK"},
		{norwegian, "amount", "kr 300.000,-", "300000.00 NOK"},
		{norwegian, "amount", "kr. 2,5 millioner", "2500000.00 NOK"},
		{norwegian, "amount", "1 750 000 kroner", "1750000.00 NOK"},
		{norwegian, "amount", "3 MNOK", "3000000.00 NOK"},
		{inEnglish, "amount", "EUR 1,487,320.00", "1487320.00 EUR"},
		{inEnglish, "amount", "SEK 498,000", "498000.00 SEK"},
		{inEnglish, "amount", "NOK 4.5 million", "4500000.00 NOK"},
		{inEnglish, "date", "November 8, 2022", "2022-11-08"},
		{swedish, "amount", "1,250 mnkr", "1250000.00 SEK"},
		{swedish, "amount", "0.250 mnkr", "250000.00 SEK"}, // no thousands begin with a nought
		{inEnglish, "amount", "EUR 0.250 million", "250000.00 EUR"},
		{swedish, "amount", "kronor", ""},
		{swedish, "amount", "0 kronor", ""},
		{swedish, "percent", "37,31 %", "0.3731"},
		{swedish, "percent", "50 procent", "0.5"},
		{swedish, "percent", "135 %", ""},
		{swedish, "percent", "0 %", ""},
		{swedish, "date", "1 maj 2023", "2023-05-01"},
		{swedish, "date", "2010-07-01", "2010-07-01"},
		{norwegian, "date", "01.06.2008", "2008-06-01"},
		{swedish, "date", "28/2 2011", "2011-02-28"},
		{norwegian, "date", "3. desember\n2021", "2021-12-03"},
		{swedish, "date", "31 februari 2023", ""},
		{swedish, "swedishNumber", "16-202100-2429", "SE_ON 2021002429"},
		{swedish, "swedishNumber", "202100-2420", ""},
		{norwegian, "norwegianNumber", "974 760 673", "NO_BRC 974760673"},
		{swedish, "case", "RUN/112/2023", "RUN/112/2023"},
		{swedish, "case", "2023-05-01", ""},
		{swedish, "count", "fem", "5"},
		{norwegian, "actDay", "25. juni 2010 nr. 45", "LOV-2010-06-25-45"},
		{norwegian, "chapterPost", "553 post 60", "553/60"},
		{norwegian, "organisation", "DSB", "Direktoratet for samfunnssikkerhet og beredskap"},
		{norwegian, "organisation", "Prosjektet Future innovations AS", "Future innovations AS"},
	} {
		if got, ok := row.reader.value(row.pattern, row.words); got != row.want && (ok || row.want != "") || ok != (row.want != "") {
			t.Errorf("%s %q: %q, %v, not %q", row.pattern, row.words, got, ok, row.want)
		}
	}
}

func TestMonthsAfterADay(t *testing.T) {
	for _, row := range []struct{ from, many, want string }{
		{"2024-05-31", "0", "2024-05-31"}, {"2024-12-31", "2", "2025-02-28"}, {"2024-05-31", "1", "2024-06-30"}, {"2024-01-15", "3", "2024-04-15"},
		{"2023-12-30", "2", "2024-02-29"}, {"2024-06-30", "2", "2024-08-30"}, {"2023-12-31", "6w", "2024-02-11"}, {"", "2", ""}, {"2024-01-15", "two", ""},
	} {
		if got := monthsAfter(row.from, row.many); got != row.want {
			t.Errorf("%s and %s months: %s, not %s", row.from, row.many, got, row.want)
		}
	}
}
