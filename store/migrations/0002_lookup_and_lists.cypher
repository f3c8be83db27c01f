// What questions begin at. An index of each kind costs every write of its label: there is none without a question that it serves.

// ---- keys that people know. Not unique: networks are renamed, projects share a short name, old records stay.

// network(acronym:), and with it members, counterparts, gaps, metrics and the health of its data.
CREATE INDEX network_acronym IF NOT EXISTS FOR (n:Network) ON (n.acronym);

// project(acronym:): who funds it, how far its reports are.
CREATE INDEX project_acronym IF NOT EXISTS FOR (n:Project) ON (n.acronym);

// programme(name:), and projects under a programme.
CREATE INDEX programme_name IF NOT EXISTS FOR (n:Programme) ON (n.name);

// decision(caseNumber:).
CREATE INDEX decision_case_number IF NOT EXISTS FOR (n:Decision) ON (n.caseNumber);

// documents(filter: {reference:}): what a paper in somebody's hand stands for here.
CREATE INDEX document_reference IF NOT EXISTS FOR (n:Document) ON (n.reference);

// Organisations in a NUTS area, which the area's code leads to.
CREATE INDEX area_code IF NOT EXISTS FOR (n:Area) ON (n.code);

// ---- what long lists are narrowed by.

// organisations(filter: {country:}) and its facet: the two sides of the border.
CREATE INDEX organisation_country IF NOT EXISTS FOR (n:Organisation) ON (n.country);

// organisations(filter: {sectorType:}) and its facet: which kinds of body one side has.
CREATE INDEX organisation_sector_type IF NOT EXISTS FOR (n:Organisation) ON (n.sectorType);

// partnerships(filter: {state:}): confirmed by both sides, or only claimed.
CREATE INDEX partnership_state IF NOT EXISTS FOR (n:Partnership) ON (n.state);

// projects(filter: {beginsFrom:, beginsTo:}): projects of a period.
CREATE INDEX project_planned_from IF NOT EXISTS FOR (n:Project) ON (n.plannedFrom);

// projects(filter: {endsFrom:, endsTo:}): projects of a period.
CREATE INDEX project_planned_to IF NOT EXISTS FOR (n:Project) ON (n.plannedTo);

// needs(filter: {state: OPEN}): what nobody has met yet.
CREATE INDEX need_state IF NOT EXISTS FOR (n:Need) ON (n.state);

// obligations(filter: {dueFrom:, dueTo:}): what is due in 90 days.
CREATE INDEX obligation_due_on IF NOT EXISTS FOR (n:Obligation) ON (n.dueOn);

// ---- what long lists are ordered by: the page is read from the index instead of sorting everything for it.

// organisations, by name.
CREATE INDEX organisation_sort_key IF NOT EXISTS FOR (n:Organisation) ON (n.sortKey);

// projects, by acronym.
CREATE INDEX project_sort_key IF NOT EXISTS FOR (n:Project) ON (n.sortKey);

// documents, by title.
CREATE INDEX document_sort_key IF NOT EXISTS FOR (n:Document) ON (n.sortKey);

// changes(since:): where to begin in a log that only grows.
CREATE INDEX change_at IF NOT EXISTS FOR (n:Change) ON (n.at);
