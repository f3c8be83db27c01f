// What can be done to records beside what rooms have of their own: what each deed asks for, and by which operation it is done.
import {SubjectExportDocument, type Operation} from '../operations';
import * as operations from './operations';

// Ask is a field of an input: by its name there, as what it is asked for.
export type Ask = {
  name: string;
  as: 'line' | 'text' | 'day' | 'email' | 'choice' | 'theme' | 'organisation' | 'network' | 'money';
  of?: string; // the enumeration of a choice
  only?: readonly string[]; // of its values those that can be chosen
  required?: boolean;
};

export type Deed = {
  operation: Operation<unknown, {input: never}>;
  asks: readonly Ask[];
  to: string; // the field of the input that names what it is done to
  corrects?: true; // it begins from what is held, and sends what is written otherwise
  private?: true; // it is about people: nothing of it stays in the browser, and it is not taken back
  bare?: true; // it has no source, version and dry run
};

const line = (name: string, required = false): Ask => ({name, as: 'line', required});
const text = (name: string, required = false): Ask => ({name, as: 'text', required});
const day = (name: string, required = false): Ask => ({name, as: 'day', required});
const choice = (name: string, of: string, required = false, only?: readonly string[]): Ask => ({name, as: 'choice', of, required, only});
const whom = (name: string, required = false): Ask => ({name, as: 'organisation', required});

const deed = <Variables extends {input: unknown}>(operation: Operation<unknown, Variables>, asks: readonly Ask[], more: Partial<Deed> = {}): Deed =>
  ({operation: operation as unknown as Deed['operation'], asks, to: 'id', ...more});
const corrects = <Variables extends {input: unknown}>(operation: Operation<unknown, Variables>, asks: readonly Ask[], more: Partial<Deed> = {}) =>
  deed(operation, asks, {corrects: true, ...more});

const member = [choice('role', 'MembershipRole', true), line('category'), choice('state', 'RelationState', true), day('validFrom'), day('validTo')];
const partnershipIn = (states?: readonly string[]) => [choice('type', 'PartnershipType', true), line('title'), choice('state', 'RelationState', true, states), choice('formality', 'PartnershipFormality'), day('validFrom'), day('validTo'), line('agreementRef')];
const begun = ['PROPOSED', 'CLAIMED']; // only its parties make it more
const project = [line('title'), choice('lifecycle', 'ProjectLifecycle'), day('plannedFrom'), day('plannedTo'), day('actualFrom'), day('actualTo'), text('summary')];
const network = [line('name'), choice('lifecycle', 'NetworkLifecycle', true), text('mission'), day('plannedFrom'), day('establishedOn')];

export const deeds = {
  updateNeed: corrects(operations.UpdateNeedDocument, [text('statement', true), {name: 'theme', as: 'theme'}, choice('urgency', 'Urgency'), day('validFrom')]),
  renewNeed: deed(operations.RenewNeedDocument, [day('expiresOn', true)]),
  closeNeed: deed(operations.CloseNeedDocument, [choice('outcome', 'NeedOutcome', true), day('on')]),
  updateOffer: corrects(operations.UpdateOfferDocument, [text('statement', true), {name: 'theme', as: 'theme'}, choice('level', 'OfferLevel'), day('validFrom')]),
  renewOffer: deed(operations.RenewOfferDocument, [day('expiresOn', true)]),
  pauseOffer: deed(operations.PauseOfferDocument, [day('on')]),
  resumeOffer: deed(operations.ResumeOfferDocument, []),
  closeOffer: deed(operations.CloseOfferDocument, [choice('outcome', 'OfferOutcome', true), day('on')]),
  admitMember: deed(operations.AdmitMemberDocument, [whom('member', true), ...member], {to: 'network'}),
  updateMembership: corrects(operations.UpdateMembershipDocument, member),
  endMembership: deed(operations.EndMembershipDocument, [day('validTo')]),
  proposePartnership: deed(operations.RecordPartnershipDocument, [whom('parties[0]', true), whom('parties[1]', true), ...partnershipIn(begun)], {to: ''}),
  updatePartnership: corrects(operations.UpdatePartnershipDocument, partnershipIn()),
  endPartnership: deed(operations.EndPartnershipDocument, [day('validTo')]),
  renewConfirmation: deed(operations.RenewConfirmationDocument, [day('lastConfirmedOn', true)]),
  addParticipant: deed(operations.AddParticipantDocument, [whom('organisation', true), choice('role', 'ParticipationRole', true), day('validFrom'), day('validTo')], {to: 'project'}),
  updateParticipation: corrects(operations.UpdateParticipationDocument, [choice('role', 'ParticipationRole', true), day('validFrom'), day('validTo')]),
  endParticipation: deed(operations.EndParticipationDocument, [day('validTo', true)]),
  registerNetwork: deed(operations.RegisterNetworkDocument, [line('acronym', true), choice('country', 'Side'), ...network], {to: ''}),
  updateNetwork: corrects(operations.UpdateNetworkDocument, network),
  linkCounterparts: deed(operations.LinkCounterpartsDocument, [{name: 'counterpart', as: 'network', required: true}], {to: 'network'}),
  planNeedsMapping: deed(operations.PlanNeedsMappingDocument, [line('title', true), choice('method', 'NeedsMappingMethod')], {to: 'network'}),
  holdNeedsMapping: deed(operations.HoldNeedsMappingDocument, [day('heldOn'), choice('method', 'NeedsMappingMethod')]),
  cancelNeedsMapping: deed(operations.CancelNeedsMappingDocument, []),
  registerProject: deed(operations.RegisterProjectDocument, [line('acronym', true), ...project], {to: ''}),
  updateProject: corrects(operations.UpdateProjectDocument, project),
  registerProgramme: deed(operations.RegisterProgrammeDocument, [line('name', true), line('period'), line('cci'), whom('managingOrganisation')], {to: ''}),
  recordOutcome: deed(operations.RecordOutcomeDocument, [choice('outcome', 'ApplicationOutcome', true)]),
  updateApplication: corrects(operations.UpdateApplicationDocument, [line('caseNumber'), {name: 'amountAppliedFor', as: 'money'}, day('submittedOn')]),
  settleCondition: deed(operations.SettleConditionDocument, [choice('status', 'ConditionSettlement', true)]),
  updateCondition: corrects(operations.UpdateConditionDocument, [choice('type', 'ConditionType', true), text('text'), day('dueOn')]),
  recordPayment: deed(operations.RecordPaymentDocument, [choice('type', 'PaymentType', true), {name: 'amount', as: 'money', required: true}, day('paidOn', true)], {to: 'award'}),
  fulfilObligation: deed(operations.FulfilObligationDocument, [day('fulfilledOn', true)]),
  postponeObligation: deed(operations.PostponeObligationDocument, [day('dueOn', true), text('postponedBecause', true)]),
  updateObligation: corrects(operations.UpdateObligationDocument, [choice('type', 'ObligationType', true), day('dueOn')]),
  changeAudience: deed(operations.ChangeAudienceDocument, [choice('audience', 'Sensitivity', true)], {to: 'records'}),
  withdrawProposal: deed(operations.WithdrawProposalDocument, []),
  registerPerson: deed(operations.RegisterPersonDocument, [line('name', true), choice('lawfulBasis', 'LawfulBasis', true), text('purpose', true), day('reviewOn', true), line('hold')], {to: '', private: true}),
  updatePerson: corrects(operations.UpdatePersonDocument, [line('name'), choice('lawfulBasis', 'LawfulBasis', true), text('purpose', true), day('reviewOn', true), line('hold')], {private: true}),
  registerContact: deed(operations.RegisterContactDocument, [line('function', true), line('address', true), day('lastVerifiedOn')], {to: 'organisation', private: true}),
  contactOfPerson: deed(operations.RegisterContactDocument, [whom('organisation', true), line('function', true), line('address', true), day('lastVerifiedOn')], {to: 'person', private: true}),
  updateContact: corrects(operations.UpdateContactDocument, [line('function', true), line('address')], {private: true}),
  verifyContact: deed(operations.VerifyContactDocument, [day('lastVerifiedOn')], {private: true}),
  endContact: deed(operations.EndContactDocument, [day('endedOn')], {private: true}),
  sendMessage: deed(operations.SendMessageDocument, [{name: 'replyTo', as: 'email', required: true}, line('subject', true), text('text', true)], {to: 'contact', private: true, bare: true}),
  revealContact: deed(operations.RevealContactDocument, [line('purpose', true)], {private: true, bare: true}),
  subjectExport: deed(SubjectExportDocument, [line('purpose', true)], {private: true, bare: true}),
  eraseSubject: deed(operations.EraseSubjectDocument, [], {private: true}),
} as const satisfies Record<string, Deed>;

export type DeedName = keyof typeof deeds;

// Each kind of record that has deeds, with the operation that says which of them the reader may do.
const bySubject = {
  Need: operations.NeedDeedsDocument, Offer: operations.OfferDeedsDocument, Membership: operations.MembershipDeedsDocument, Partnership: operations.PartnershipDeedsDocument,
  Participation: operations.ParticipationDeedsDocument, Network: operations.NetworkDeedsDocument, NeedsMapping: operations.NeedsMappingDeedsDocument,
  Project: operations.ProjectDeedsDocument, Award: operations.AwardDeedsDocument, Condition: operations.ConditionDeedsDocument, Obligation: operations.ObligationDeedsDocument,
  Application: operations.ApplicationDeedsDocument, Organisation: operations.OrganisationDeedsDocument, Contact: operations.ContactDeedsDocument, Person: operations.PersonDeedsDocument,
  Proposal: operations.ProposalDeedsDocument,
};

export type Subject = keyof typeof bySubject;
export const subjects: Readonly<Record<Subject, Operation<unknown, {id: string}>>> = bySubject;
