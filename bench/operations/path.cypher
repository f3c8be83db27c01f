MATCH (a:Record {id: $from})
MATCH (b:Record {id: $to})
RETURN COLLECT {
  MATCH p = shortestPath((a)-[:MEMBER|IN_NETWORK|PARTICIPANT|OF_PROJECT|PARTY|HAS_PARTY|COUNTERPART_OF*..20]-(b))
  WHERE all(n IN nodes(p) WHERE coalesce(n.validFrom <= $on, true) AND coalesce(n.validTo >= $on, true) AND coalesce(n.endStatus <> 'ENDED_DATE_UNKNOWN', true))
  RETURN {length: size([n IN nodes(p) WHERE NOT (n:Membership OR n:Participation OR n:Party)]) - 1}
}[0] AS answer
