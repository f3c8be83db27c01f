package lists

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A form has questions where others have headings.
func TestFormsOfNeeds(t *testing.T) {
	const form = "ID;Namn;Vilken organisation svarar du för?;Organisationsnummer (om du vet det);Beskriv ert viktigaste behov;Vilka områden gäller behovet?;Hur brådskande är det?;" +
		"Har ni ett behov till? Beskriv det här;Hvilke temaer handler det om?;Vad skulle ni kunna erbjuda andra?;Vilket område gäller erbjudandet?\n" +
		"1;anonymous;Region Nord;556091-2148;Reservkraft;Energi;;Brådskande;Inget just nu;;Lager;Livsmedel\n2;anonymous;Kommunen;;-;;;Övning;Utbildning;;\n"
	content := strings.Replace(form, "Energi;;Br", "Energi;Br", 1)
	list, err := ReadAnswers(strings.NewReader(content), int64(len(content)), nil)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range list.Rows {
		line := summary(&List{Rows: []Row{r}})[0]
		for n := 1; n <= 2; n++ {
			line += fmt.Sprint(" | ", r.Value(FieldNeed.Numbered(n)), ", ", r.Value(FieldTheme.Numbered(n)), ", ", r.Value(FieldUrgency.Numbered(n)))
		}
		got = append(got, line)
	}
	if diff := cmp.Diff([]string{"Region Nord 5560912148 | Reservkraft, Energi, Brådskande | , , ", "Kommunen | , ,  | Övning, Utbildning, "}, got); diff != "" {
		t.Error(diff)
	}
}
