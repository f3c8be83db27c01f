MATCH (o:Organisation)
WHERE o.searchText CONTAINS $folded
  AND o.country IN $country
  AND o.sectorType IN $sectorType
WITH o
ORDER BY o.sortKey, o.id
WITH collect(o) AS found
CALL (found) {
  UNWIND found AS o
  WITH o.sizeClass AS value, count(*) AS count
  ORDER BY count DESC, value
  RETURN collect({value: value, count: count}) AS sizes
}
RETURN {
  totalCount: size(found),
  facets: {sizeClass: sizes},
  nodes: [o IN found[0..25] | o {.id, .legalName, .country, .sectorType, .sizeClass}]
} AS answer
