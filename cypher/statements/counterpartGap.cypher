// How many members of two networks have each value of each dimension. Sections of NACE Rev. 2.1 go by division, the first two digits. An
// offer is of its theme and of those above it.
UNWIND [[$network, 'NETWORK'], [$counterpart, 'COUNTERPART']] AS asked
WITH asked[0] AS n, asked[1] AS side
MATCH (n)<-[:IN_NETWORK]-(m:Membership)-[:MEMBER]->(member:Organisation)
WHERE visible(m)
  AND visible(member)
  AND inForce(m:Membership)
WITH DISTINCT side, member
UNWIND [{dimension: 'MEMBER_TYPE', value: member.sectorType}, {dimension: 'SIZE_CLASS', value: member.sizeClass}]
  + [code IN coalesce(member.industryCodes, []) | {dimension: 'SECTOR', value: head([section IN [
      ['A', 1, 3], ['B', 5, 9], ['C', 10, 33], ['D', 35, 35], ['E', 36, 39], ['F', 41, 43], ['G', 46, 47], ['H', 49, 53],
      ['I', 55, 56], ['J', 58, 60], ['K', 61, 63], ['L', 64, 66], ['M', 68, 68], ['N', 69, 75], ['O', 77, 82], ['P', 84, 84],
      ['Q', 85, 85], ['R', 86, 88], ['S', 90, 93], ['T', 94, 96], ['U', 97, 98], ['V', 99, 99]
    ] WHERE section[1] <= toInteger(left(code, 2)) <= section[2] | section[0]])}]
  + COLLECT {
    MATCH (member)<-[:OFFERED_BY]-(offer:Offer)-[:HAS_THEME]->(theme:Theme)
    WHERE visible(offer)
      AND visible(theme)
      AND open(offer:Offer)
    MATCH within(theme:Theme, above)
    RETURN {dimension: 'THEME_OFFERED', value: above.code}
  } AS trait
WITH DISTINCT side, member, trait.dimension AS dimension, trait.value AS value
WHERE value IS NOT NULL
WITH dimension, value, sum(CASE side WHEN 'NETWORK' THEN 1 ELSE 0 END) AS network, sum(CASE side WHEN 'COUNTERPART' THEN 1 ELSE 0 END) AS counterpart
ORDER BY head([i IN range(0, 3) WHERE ['MEMBER_TYPE', 'SECTOR', 'THEME_OFFERED', 'SIZE_CLASS'][i] = dimension]), value
RETURN {
  dimension: dimension,
  value: value,
  network: network,
  counterpart: counterpart,
  onlyIn: CASE WHEN counterpart = 0 THEN 'NETWORK' WHEN network = 0 THEN 'COUNTERPART' END
} AS value
