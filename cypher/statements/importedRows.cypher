// The rows of a list that was imported, with the records that they mean. Records that the viewer may not see are left out where the rows
// are read, and so are candidates.
UNWIND $results.rows AS row
WITH row
WHERE row.row > coalesce($after, 0)
  AND ($verdicts IS NULL OR row.verdict IN $verdicts)
OPTIONAL MATCH (organisation:Record&Organisation {id: row.organisation})
OPTIONAL MATCH (membership:Record&Membership {id: row.membership})
WITH row, organisation, membership
ORDER BY row.row
// Each key is written out: of a map {.*, key: null} Neo4j may read what was under the key before.
RETURN {
  row: toInteger(row.row),
  verdict: row.verdict,
  name: row.name,
  repeats: toInteger(row.repeats),
  values: row.values,
  problems: row.problems,
  organisation: organisation,
  membership: membership,
  candidates: COLLECT {
    UNWIND row.candidates AS candidate
    MATCH (o:Record&Organisation {id: candidate.organisation})
    WHERE visible(o)
    RETURN candidate {.*, organisation: o}
  }
} AS value
