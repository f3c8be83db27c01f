// The sheet of a decision, and the inputs of the commands that record what it says.
import type {AwardInput, DecisionMode, DecisionOutcome, MoneyInput, ObligationInput, RecordApplicationInput, RecordDecisionInput, SourceInput} from './operations';

type Organisation = {who: string; name: string; country: string; sector: string};
const nobody = (): Organisation => ({who: '', name: '', country: '', sector: ''});

// blank gives a sheet with nothing on it. Amounts and days are as they are written.
export const blank = () => ({
  locator: '', application: '', project: '', programme: '', funder: nobody(), applicant: nobody(), amount: '', currency: 'SEK', submittedOn: '', applicationNumber: '',
  caseNumber: '', outcome: '', decidedOn: '', role: '', mode: '',
  recipient: nobody(), rate: '', cap: '', capCurrency: 'SEK',
  conditions: [] as {type: string; text: string; dueOn: string}[],
  obligations: [] as {type: string; dueOn: string}[],
});
export type Sheet = ReturnType<typeof blank>;

export const grants = ({outcome}: Sheet) => outcome === 'GRANTED' || outcome === 'PARTLY_GRANTED';

// amountOf reads an amount as people write it: 250 000,50.
const amountOf = (text: string, currency: string): MoneyInput | null =>
  text.trim() ? {amount: text.replace(/[\s\u00a0]/g, '').replace(',', '.'), currency: currency.trim().toUpperCase()} : null;

const partOf = (percent: string) => (percent.trim() ? String(Number((Number(percent.replace(',', '.')) / 100).toFixed(6))) : null);

export const applicationInput = (sheet: Sheet, source: SourceInput, dryRun: boolean): RecordApplicationInput => ({
  project: sheet.project,
  appliedTo: sheet.programme || sheet.funder.who,
  applicant: sheet.applicant.who || null,
  caseNumber: sheet.applicationNumber.trim() || null,
  amountAppliedFor: amountOf(sheet.amount, sheet.currency),
  submittedOn: sheet.submittedOn || null,
  source, dryRun,
});

const award = (sheet: Sheet, recipient: string): AwardInput => ({
  recipient,
  aidRate: partOf(sheet.rate),
  cap: amountOf(sheet.cap, sheet.capCurrency),
  conditions: sheet.conditions.map(({type, text, dueOn}) => ({type: type as 'GENERAL_TERMS', text: text.trim() || null, dueOn: dueOn || null})),
});

// decisionInput gives what is recorded of the decision on an application. Whoever applied receives the award unless somebody else is named.
export function decisionInput(sheet: Sheet, application: string, applicant: string, source: SourceInput, dryRun: boolean): RecordDecisionInput {
  const recipient = sheet.recipient.who || applicant;
  return {
    application,
    caseNumber: sheet.caseNumber.trim(),
    outcome: sheet.outcome as DecisionOutcome,
    decidedOn: sheet.decidedOn || null,
    decidedByRole: sheet.role.trim() || null,
    mode: (sheet.mode || null) as DecisionMode | null,
    awards: grants(sheet) && recipient ? [award(sheet, recipient)] : [],
    obligations: sheet.obligations.map(({type, dueOn}): ObligationInput => ({type: type as 'FINAL_REPORT', dueOn: dueOn || null, responsible: recipient || null})),
    source, dryRun,
  };
}
