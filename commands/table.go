package commands

import (
	"errors"
	"fmt"

	"partnernet/model"
)

// table has the command of each mutation.
var table = map[string]command{
	"registerOrganisation": registerOrganisation,
	"updateOrganisation":   updateOrganisation,
	"admitMember":          admitMember,
	"endMembership":        endMembership,
	"importMembers":        importMembers,
	"registerNetwork":      registerNetwork,
	"updateNetwork":        updateNetwork,
	"linkCounterparts":     linkCounterparts,
	"proposePartnership":   proposePartnership,
	"confirmPartnership":   confirmPartnership,
	"denyPartnership":      denyPartnership,
	"endPartnership":       endPartnership,
	"renewConfirmation":    renewConfirmation,
	"recordDocument":       recordDocument,
	"registerProject":      registerProject,
	"updateProject":        updateProject,
	"addParticipant":       addParticipant,
	"endParticipation":     endParticipation,
	"registerProgramme":    registerProgramme,
	"recordApplication":    recordApplication,
	"recordDecision":       recordDecision,
	"recordOutcome":        recordOutcome,
	"settleCondition":      settleCondition,
	"recordPayment":        recordPayment,
	"fulfilObligation":     fulfilObligation,
	"attachEvidence":       attachEvidence,
	"recordNeed":           recordNeed,
	"updateNeed":           updateNeed,
	"closeNeed":            closeNeed,
	"renewNeed":            renewNeed,
	"recordOffer":          recordOffer,
	"updateOffer":          updateOffer,
	"pauseOffer":           pauseOffer,
	"resumeOffer":          resumeOffer,
	"closeOffer":           closeOffer,
	"renewOffer":           renewOffer,
	"planNeedsMapping":     planNeedsMapping,
	"holdNeedsMapping":     holdNeedsMapping,
	"cancelNeedsMapping":   cancelNeedsMapping,
	"registerTheme":        registerTheme,
	"updateTheme":          updateTheme,
	"updateArea":           updateArea,
	"registerTargetGroup":  registerTargetGroup,
	"suggestIntroduction":  suggestIntroduction,
	"acceptIntroduction":   acceptIntroduction,
	"declineIntroduction":  declineIntroduction,
	"updateProgramme":      updateProgramme,
	"updateApplication":    updateApplication,
	"judgeIdentity":        judgeIdentity,
	"judgeNetworkIdentity": judgeNetworkIdentity,
	"recordSuccession":     recordSuccession,
	"updateSuccession":     updateSuccession,
	"revertChange":         revertChange,
	"updateMembership":     updateMembership,
	"updateParticipation":  updateParticipation,
	"updatePartnership":    updatePartnership,
	"updateDocument":       updateDocument,
	"updateDecision":       updateDecision,
	"updateAward":          updateAward,
	"updateCondition":      updateCondition,
	"updatePayment":        updatePayment,
	"updateObligation":     updateObligation,
	"revertCommand":        revertCommand,
}

// check asks that the schema's mutations and the table agree.
func check(m *model.Model) error {
	var faults []error
	named := map[string]bool{}
	for _, f := range m.Type("Mutation").Fields() {
		named[f.Name] = true
		if table[f.Name] == nil {
			faults = append(faults, fmt.Errorf("no command for the mutation %s", f.Name))
		}
	}
	for name := range table {
		if !named[name] {
			faults = append(faults, fmt.Errorf("the command %s is no mutation of the schema", name))
		}
	}
	return errors.Join(faults...)
}
