package commands

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"partnernet/model"
	"partnernet/registry"
)

// entry is a command, and who may do it to what.
type entry struct {
	do      command
	may     registry.Permission
	on      []string // the fields of the input that name what it is done to, of an input in it after a dot; without them it is done to nothing in particular
	one     bool     // one of what they name is enough; else it is all
	asks    bool     // where only some of it is the actor's, it becomes a proposal that the other sides confirm
	reverts bool     // it takes back what other commands did, and who may do these may do it
	recent  bool     // it needs a sign-in of the last ten minutes: it says who may do what, opens or erases, and no access token does that
	sealed  []string // the fields of the input that tell of persons in plain text
	opens   bool     // it opens or erases what is sealed or restricted: it is for who has an account
	erases  bool     // keys that are needed no more are removed once it is done
}

// Who may do what.
var (
	ruled   = registry.Permission{registry.Administrator}                                                // administrators alone
	granted = registry.Permission{registry.Administrator, registry.Coordinator, registry.Representative} // what each of them may grant, registry.GrantedBy says
	kept    = registry.Permission{registry.Coordinator}                                                  // by coordinators
	erasers = registry.Permission{registry.Administrator, registry.Coordinator, registry.Representative} // of those who are theirs
	spoken  = registry.Permission{registry.Coordinator, registry.Representative}                         // and by those who speak for the organisation
)

// table has the command of each mutation.
var table = map[string]entry{
	"registerOrganisation": {do: registerOrganisation, may: kept},
	"updateOrganisation":   {do: updateOrganisation, may: spoken, on: []string{"id"}},
	"admitMember":          {do: admitMember, may: kept, on: []string{"network"}},
	"endMembership":        {do: endMembership, may: kept, on: []string{"id"}},
	"importMembers":        {do: importMembers, may: kept, on: []string{"network"}},
	"registerNetwork":      {do: registerNetwork, may: kept},
	"updateNetwork":        {do: updateNetwork, may: kept, on: []string{"id"}},
	"linkCounterparts":     {do: linkCounterparts, may: kept, on: []string{"network", "counterpart"}, asks: true},
	"proposePartnership":   {do: proposePartnership, may: spoken, on: []string{"parties.party"}, one: true},
	"confirmPartnership":   {do: confirmPartnership, may: spoken, on: []string{"party"}},
	"denyPartnership":      {do: denyPartnership, may: spoken, on: []string{"party"}},
	"endPartnership":       {do: endPartnership, may: spoken, on: []string{"id"}},
	"renewConfirmation":    {do: renewConfirmation, may: spoken, on: []string{"id"}},
	"changeAudience":       {do: changeAudience, may: spoken, on: []string{"records"}},
	"recordDocument":       {do: recordDocument, may: kept},
	"registerProject":      {do: registerProject, may: kept, on: []string{"needsMappings.network"}},
	"updateProject":        {do: updateProject, may: kept, on: []string{"id", "needsMappings.network"}},
	"addParticipant":       {do: addParticipant, may: kept, on: []string{"project"}},
	"endParticipation":     {do: endParticipation, may: kept, on: []string{"id"}},
	"registerProgramme":    {do: registerProgramme, may: kept},
	"recordApplication":    {do: recordApplication, may: kept, on: []string{"project"}},
	"recordDecision":       {do: recordDecision, may: kept, on: []string{"application"}},
	"importDecision":       {do: importDecision, may: kept},
	"recordOutcome":        {do: recordOutcome, may: kept, on: []string{"id"}},
	"settleCondition":      {do: settleCondition, may: kept, on: []string{"id"}},
	"recordPayment":        {do: recordPayment, may: kept, on: []string{"award"}},
	"fulfilObligation":     {do: fulfilObligation, may: kept, on: []string{"id"}},
	"postponeObligation":   {do: postponeObligation, may: kept, on: []string{"id"}},
	"attachEvidence":       {do: attachEvidence, may: kept, on: []string{"id"}},
	"recordNeed":           {do: recordNeed, may: spoken, on: []string{"stakeholder"}},
	"updateNeed":           {do: updateNeed, may: spoken, on: []string{"id"}},
	"closeNeed":            {do: closeNeed, may: spoken, on: []string{"id"}},
	"renewNeed":            {do: renewNeed, may: spoken, on: []string{"id"}},
	"recordOffer":          {do: recordOffer, may: spoken, on: []string{"organisation"}},
	"updateOffer":          {do: updateOffer, may: spoken, on: []string{"id"}},
	"pauseOffer":           {do: pauseOffer, may: spoken, on: []string{"id"}},
	"resumeOffer":          {do: resumeOffer, may: spoken, on: []string{"id"}},
	"closeOffer":           {do: closeOffer, may: spoken, on: []string{"id"}},
	"renewOffer":           {do: renewOffer, may: spoken, on: []string{"id"}},
	"planNeedsMapping":     {do: planNeedsMapping, may: kept, on: []string{"network", "project"}},
	"holdNeedsMapping":     {do: holdNeedsMapping, may: kept, on: []string{"id"}},
	"cancelNeedsMapping":   {do: cancelNeedsMapping, may: kept, on: []string{"id"}},
	"registerTheme":        {do: registerTheme, may: kept},
	"updateTheme":          {do: updateTheme, may: kept, on: []string{"id"}},
	"updateArea":           {do: updateArea, may: kept, on: []string{"id"}},
	"registerTargetGroup":  {do: registerTargetGroup, may: kept},
	"suggestIntroduction":  {do: suggestIntroduction, may: kept, on: []string{"need", "offer"}, one: true},
	"acceptIntroduction":   {do: acceptIntroduction, may: spoken, on: []string{"id"}},
	"declineIntroduction":  {do: declineIntroduction, may: spoken, on: []string{"id"}},
	"updateProgramme":      {do: updateProgramme, may: kept, on: []string{"id"}},
	"updateApplication":    {do: updateApplication, may: kept, on: []string{"id", "project"}},
	"judgeIdentity":        {do: judgeIdentity, may: kept, on: []string{"organisation", "other"}, asks: true},
	"judgeNetworkIdentity": {do: judgeNetworkIdentity, may: kept, on: []string{"network", "other"}, asks: true},
	"recordSuccession":     {do: recordSuccession, may: kept, on: []string{"predecessors", "successors"}, asks: true},
	"updateSuccession":     {do: updateSuccession, may: kept, on: []string{"id", "predecessors", "successors"}},
	"revertChange":         {do: revertChange, may: spoken, asks: true, reverts: true},
	"updateMembership":     {do: updateMembership, may: kept, on: []string{"id", "network"}},
	"updateParticipation":  {do: updateParticipation, may: kept, on: []string{"id", "project"}},
	"updatePartnership":    {do: updatePartnership, may: kept, on: []string{"id"}},
	"updateDocument":       {do: updateDocument, may: kept, on: []string{"id"}},
	"updateDecision":       {do: updateDecision, may: kept, on: []string{"id"}},
	"updateAward":          {do: updateAward, may: kept, on: []string{"id"}},
	"updateCondition":      {do: updateCondition, may: kept, on: []string{"id"}},
	"updatePayment":        {do: updatePayment, may: kept, on: []string{"id"}},
	"updateObligation":     {do: updateObligation, may: kept, on: []string{"id"}},
	"grant":                {do: grant, may: granted, recent: true},
	"endGrant":             {do: endGrant, may: granted, recent: true},
	"updateAccount":        {do: updateAccount, may: granted, recent: true},
	"revertCommand":        {do: revertCommand, may: spoken, asks: true, reverts: true},
	"registerPerson":       {do: registerPerson, may: kept, sealed: []string{"name"}},
	"updatePerson":         {do: updatePerson, may: kept, on: []string{"id"}, sealed: []string{"name"}},
	"registerContact":      {do: registerContact, may: spoken, on: []string{"organisation"}, sealed: []string{"address"}},
	"updateContact":        {do: updateContact, may: spoken, on: []string{"id"}, sealed: []string{"address"}},
	"verifyContact":        {do: verifyContact, may: spoken, on: []string{"id"}},
	"endContact":           {do: endContact, may: spoken, on: []string{"id"}},
	"revealContact":        {do: revealContact, may: spoken, on: []string{"id"}, opens: true, recent: true},
	"subjectExport":        {do: subjectExport, may: erasers, on: []string{"id"}, sealed: []string{"known"}, opens: true, recent: true},
	"eraseSubject":         {do: eraseSubject, may: erasers, on: []string{"id"}, opens: true, recent: true, erases: true},
	"openRestricted":       {do: openRestricted, may: kept, opens: true, recent: true},
	"sendMessage":          {do: sendMessage, may: spoken, sealed: []string{"replyTo", "subject", "text"}},
	"confirmProposal":      {do: confirmProposal, may: kept, on: []string{"id"}},
	"declineProposal":      {do: declineProposal, may: kept, on: []string{"id"}},
	"withdrawProposal":     {do: withdrawProposal, may: kept, on: []string{"id"}},
}

// check asks that the schema's mutations and the table agree.
func check(m *model.Model) error {
	var faults []error
	named := map[string]bool{}
	for _, f := range m.Type("Mutation").Fields() {
		named[f.Name] = true
		if table[f.Name].do == nil || len(table[f.Name].may) == 0 {
			faults = append(faults, fmt.Errorf("no command, or nobody who may do it, for the mutation %s", f.Name))
		}
	}
	for name, e := range table {
		if !named[name] {
			faults = append(faults, fmt.Errorf("the command %s is no mutation of the schema", name))
			continue
		}
		input := m.Type("Mutation").Field(name).Def.Arguments.ForName("input").Type.Name()
		for _, path := range slices.Concat(e.on, e.sealed) {
			if !has(m, input, path) {
				faults = append(faults, fmt.Errorf("the command %s is done to %s, which its input has not", name, path))
			}
		}
	}
	return errors.Join(faults...)
}

// has says whether an input has a field, or an input in it after a dot.
func has(m *model.Model, input, path string) bool {
	name, rest, nested := strings.Cut(path, ".")
	field := m.Schema.Types[input].Fields.ForName(name)
	return field != nil && (!nested || has(m, field.Type.Name(), rest))
}
