// How complete the entries are and what is wrong with them, the most pressing kind first. All entries are never sorted here: at the size of a
// register each row of a sort would hold on to all of them.
WITH entries, COLLECT {
  UNWIND ['Organisation', 'Network', 'Membership', 'Partnership', 'Project', 'Need', 'Offer', 'Obligation'] AS type
  WITH type, [entry IN entries WHERE entry.type = type] AS ofType
  UNWIND COLLECT {
    UNWIND ofType AS entry
    RETURN DISTINCT entry.country
  } AS country
  WITH type, country, [entry IN ofType WHERE coalesce(entry.country = country, entry.country IS NULL AND country IS NULL)] AS here
  UNWIND $expected[type] AS field
  RETURN {type: type, country: country, field: field, records: size(here), known: size([entry IN here WHERE NOT field IN entry.missing])}
} AS fields
RETURN {
  records: size(entries),
  completeness: CASE WHEN size(fields) > 0
    THEN toFloat(reduce(sum = 0, field IN fields | sum + field.known)) / reduce(sum = 0, field IN fields | sum + field.records) END,
  fields: fields,
  issues: COLLECT {
      UNWIND entries AS entry
      WITH entry.record AS record
      WHERE EXISTS { (record)-[:HAS_CLAIM]->() }
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
      RETURN {kind: 'CONTRADICTED', field: field, about: record}
    }
    + [entry IN entries WHERE entry.type = 'Obligation' AND entry.record.dueOn < $asOf AND (entry.record.status = 'OPEN' OR entry.record.fulfilledOn > $asOf)
      | {kind: 'OVERDUE', field: 'dueOn', about: entry.record}]
    + COLLECT {
      UNWIND [entry IN entries WHERE entry.type = 'Organisation' | entry.record] AS record
      WITH record
      WHERE EXISTS { (record)-[:POSSIBLE_DUPLICATE_OF]-(other:Organisation) WHERE visible(other) }
      RETURN {kind: 'POSSIBLE_DUPLICATE', field: null, about: record}
    }
    + COLLECT {
      UNWIND [entry IN entries WHERE entry.type IN ['Membership', 'Partnership'] AND entry.record.state IN ['PROPOSED', 'CLAIMED', 'DISPUTED'] | entry.record] AS record
      WITH record
      WHERE (record.state <> 'DISPUTED' OR deniedUnseen(record))
        AND NOT EXISTS { (record)-[:HAS_PARTY]->(:Party {confirmation: 'CONFIRMED'})-[:PARTY]->(who:Record) WHERE visible(who) }
      RETURN {kind: 'UNVERIFIED', field: 'state', about: record}
    }
    + [entry IN entries WHERE entry.type IN ['Need', 'Offer'] AND entry.record.state IN ['OPEN', 'EXPIRED'] AND entry.record.expiresOn < $asOf
      | {kind: 'EXPIRED', field: 'expiresOn', about: entry.record}]
    + [entry IN entries WHERE entry.record.lastConfirmedOn < $asOf - duration({years: 1})
      | {kind: 'STALE', field: 'lastConfirmedOn', about: entry.record}]
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
      WITH entry.record AS record, entry.missing AS missing
      UNWIND missing + CASE
        WHEN record.unknown IS NULL THEN []
        ELSE [told IN unknown(record:Record) WHERE NOT told.field IN missing | told.field]
      END AS field
      RETURN {kind: 'INCOMPLETE', field: field, about: record}
    }
} AS value
