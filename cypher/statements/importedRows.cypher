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
RETURN row {
  .*,
  row: toInteger(row.row),
  repeats: toInteger(row.repeats),
  organisation: organisation,
  membership: membership,
  candidates: COLLECT {
    UNWIND row.candidates AS candidate
    MATCH (o:Record&Organisation {id: candidate.organisation})
    WHERE visible(o)
    RETURN candidate {.*, organisation: o}
  }
} AS value
