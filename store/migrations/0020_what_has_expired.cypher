// That a need or an offer has expired is worked out from its last day, and until then it was open. One that is kept as expired without a last day gets the
// day before it came to stand so, or else the day before it was recorded, but none before its first.
MATCH (record:Need|Offer {state: 'EXPIRED'})
WITH record, coalesce(record.expiresOn, record.stateSince - duration({days: 1}), date(datetime.truncate('day', record.createdAt)) - duration({days: 1})) AS last
SET
  record.state = 'OPEN',
  record.expiresOn = CASE WHEN record.expiresOn IS NULL AND last < record.validFrom THEN record.validFrom ELSE last END,
  record.stateSince = null;

// What recorded it is taken back as before.
MATCH (change:Change)-[:CHANGED]->(record:Need|Offer)
WHERE change.effect CONTAINS '"state":{"after":"EXPIRED"}'
SET change.effect = replace(change.effect, '"state":{"after":"EXPIRED"}', '"state":{"after":"OPEN"}');
