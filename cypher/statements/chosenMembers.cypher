// The organisations to be measured: those that meet the filter, on the day and on the one that it is compared with.
WITH COLLECT {
  MATCH (member:Organisation)
  WHERE visible(member)
    AND chosen(member, $asOf)
  RETURN member
} AS members, COLLECT {
  MATCH (member:Organisation)
  WHERE $comparedWith IS NOT NULL
    AND visible(member)
    AND chosen(member, $comparedWith)
  RETURN member
} AS earlier
RETURN {
  members: members,
  earlier: earlier,
  comparedWith: $comparedWith,
  groupBy: $groupBy,
  relations: $relations
} AS value
