// Open needs of the organisations measured, with the theme of each and those next to it, and whom the organisation has been introduced to by any of its needs or offers.
UNWIND this.members AS member
MATCH (member)<-[:STAKEHOLDER]-(need:Need)-[:HAS_THEME]->(theme:Theme)
WHERE visible(need)
  AND visible(theme)
  AND open(need:Need)
WITH member, need, theme
ORDER BY need.id
RETURN {
  record: need,
  member: member.id,
  theme: theme.code,
  near: COLLECT {
    MATCH (theme)-[:BROADER]-(near:Theme)
    WHERE visible(near)
    RETURN near.code
  },
  met: COLLECT {
    MATCH (member)<-[:STAKEHOLDER|OFFERED_BY]-(own:Need|Offer)<-[:FOR_NEED|OF_OFFER]-(i:Introduction)-[:FOR_NEED|OF_OFFER]->(theirs:Need|Offer)-[:STAKEHOLDER|OFFERED_BY]->(other:Organisation)
    WHERE visible(own)
      AND visible(i)
      AND visible(theirs)
      AND visible(other)
      AND coalesce(i.introducedOn <= $asOf, i.state IN ['INTRODUCED', 'PARTNERSHIP'])
    RETURN DISTINCT other.id
  }
} AS value
