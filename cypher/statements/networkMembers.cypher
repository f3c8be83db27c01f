// The organisations to be measured: members of the network or of its counterparts, on the day and on the one that it is compared with.
WITH COLLECT {
  MATCH (this)-[:COUNTERPART_OF]-{0,1}(network:Network)
  WHERE visible(network)
  RETURN DISTINCT network
} AS networks
WITH networks, COLLECT {
  UNWIND networks AS network
  MATCH (network)<-[:IN_NETWORK]-(m:Membership)-[:MEMBER]->(member:Organisation)
  WHERE visible(m)
    AND visible(member)
    AND inForce(m:Membership)
  RETURN DISTINCT member
} AS members, COLLECT {
  UNWIND networks AS network
  MATCH (network)<-[:IN_NETWORK]-(m:Membership)-[:MEMBER]->(member:Organisation)
  WHERE $comparedWith IS NOT NULL
    AND visible(m)
    AND visible(member)
    AND inForce(m:Membership, $comparedWith)
  RETURN DISTINCT member
} AS earlier
RETURN {
  members: members,
  earlier: earlier,
  comparedWith: $comparedWith,
  groupBy: $groupBy,
  relations: $relations,
  networks: [network IN networks | network.id]
} AS value
