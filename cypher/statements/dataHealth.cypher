// How complete the entries are and what is wrong with them, the most pressing kind first. All entries are never sorted here: at the size of a
// register each row of a sort would hold on to all of them.
WITH entries, {
  Organisation: ['country', 'sectorType', 'sizeClass', 'identifiers', 'location'], Network: ['name', 'country', 'mission', 'host'],
  Membership: ['validFrom', 'lastConfirmedOn'], Partnership: ['formality', 'validFrom', 'lastConfirmedOn'],
  Project: ['plannedFrom', 'plannedTo', 'summary'], Need: ['theme', 'urgency', 'expiresOn'], Offer: ['theme', 'level', 'expiresOn'],
  Obligation: ['dueOn', 'responsible']
} AS expected, {host: 'HOSTED_BY', identifiers: 'HAS_IDENTIFIER', location: 'HAS_LOCATION', theme: 'HAS_THEME', responsible: 'RESPONSIBLE'} AS related
WITH expected, [entry IN entries | entry {.*, missing: [field IN expected[entry.type] WHERE entry.record[field] IS NULL AND NOT EXISTS {
  WITH entry.record AS record, related[field] AS relation
  MATCH (record)-[r]->(end)
  WHERE type(r) = relation
    AND (NOT end:Record OR visible(end))
}]}] AS entries
WITH entries, expected, COLLECT {
  UNWIND ['Organisation', 'Network', 'Membership', 'Partnership', 'Project', 'Need', 'Offer', 'Obligation'] AS type
  WITH type, expected, [entry IN entries WHERE entry.type = type] AS ofType
  UNWIND COLLECT {
    UNWIND ofType AS entry
    RETURN DISTINCT entry.country
  } AS country
  WITH type, country, expected, [entry IN ofType WHERE coalesce(entry.country = country, entry.country IS NULL AND country IS NULL)] AS here
  UNWIND expected[type] AS field
  RETURN {type: type, country: country, field: field, records: size(here), known: size([entry IN here WHERE NOT field IN entry.missing])}
} AS fields
RETURN {
  records: size(entries),
  completeness: CASE WHEN size(fields) > 0
    THEN toFloat(reduce(sum = 0, field IN fields | sum + field.known)) / reduce(sum = 0, field IN fields | sum + field.records) END,
  fields: fields,
  issues: COLLECT {
      UNWIND entries AS entry
      WITH entry.record AS record, entry.ask AS ask
      UNWIND COLLECT {
        MATCH (record)-[:HAS_CLAIM]->(claim:Claim)-[:HAS_SOURCE]->(source:Source)
        MATCH (record)-[:HAS_CLAIM]->(other:Claim)-[:HAS_SOURCE]->(otherSource:Source)
        WHERE claim.field = other.field
          AND claim.value < other.value
          AND visible(source)
          AND visible(otherSource)
        RETURN DISTINCT claim.field AS field
        ORDER BY field
      } AS field
      RETURN {kind: 'CONTRADICTED', field: field, about: record, askWhom: ask}
    }
    + [entry IN entries WHERE entry.type = 'Obligation' AND entry.record.status = 'OPEN' AND entry.record.dueOn < $asOf
      | {kind: 'OVERDUE', field: 'dueOn', about: entry.record, askWhom: entry.ask}]
    + [entry IN entries WHERE entry.type = 'Organisation'
        AND EXISTS { WITH entry.record AS record MATCH (record)-[:POSSIBLE_DUPLICATE_OF]-(other:Organisation) WHERE visible(other) }
      | {kind: 'POSSIBLE_DUPLICATE', field: null, about: entry.record, askWhom: entry.ask}]
    + [entry IN entries WHERE entry.type IN ['Membership', 'Partnership'] AND entry.record.state IN ['PROPOSED', 'CLAIMED']
      | {kind: 'UNVERIFIED', field: 'state', about: entry.record, askWhom: entry.ask}]
    + [entry IN entries WHERE entry.type IN ['Need', 'Offer'] AND entry.record.state IN ['OPEN', 'EXPIRED'] AND entry.record.expiresOn < $asOf
      | {kind: 'EXPIRED', field: 'expiresOn', about: entry.record, askWhom: entry.ask}]
    + [entry IN entries WHERE entry.record.lastConfirmedOn < $asOf - duration({years: 1})
      | {kind: 'STALE', field: 'lastConfirmedOn', about: entry.record, askWhom: entry.ask}]
    + COLLECT {
      UNWIND [entry IN entries WHERE entry.type = 'Organisation' | entry.record] AS organisation
      MATCH (organisation)<-[:CONTACT_OF]-(contact:Contact)
      WHERE contact.erasedOn IS NULL
        AND contact.endedOn IS NULL
        AND visible(contact)
        AND there(contact:Contact)
      UNWIND [{about: contact, field: 'lastVerifiedOn', due: coalesce(contact.lastVerifiedOn + duration({months: 3}) <= $asOf, true)}]
        + [(contact)-[:OF_PERSON]->(person:Person) WHERE person.erasedOn IS NULL AND visible(person) | {about: person, field: 'reviewOn', due: person.reviewOn <= $asOf}] AS review
      WITH review, organisation
      WHERE review.due
      WITH DISTINCT review.about AS about, review.field AS field, organisation
      ORDER BY field, about.id, organisation.id
      RETURN {kind: 'REVIEW_DUE', field: field, about: about, askWhom: organisation}
    }
    + COLLECT {
      UNWIND entries AS entry
      WITH entry, entry.record AS record
      WITH entry, [told IN unknown(record:Record) | told.field] AS unknown
      UNWIND entry.missing + [field IN unknown WHERE NOT field IN entry.missing] AS field
      RETURN {kind: 'INCOMPLETE', field: field, about: entry.record, askWhom: entry.ask}
    }
} AS value
