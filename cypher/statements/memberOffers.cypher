// Open offers of the organisations measured, with the theme of each.
UNWIND this.members AS member
MATCH (member)<-[:OFFERED_BY]-(offer:Offer)-[:HAS_THEME]->(theme:Theme)
WHERE visible(offer)
  AND visible(theme)
  AND open(offer:Offer)
WITH member, offer, theme
ORDER BY offer.id
RETURN {record: offer, member: member.id, theme: theme.code} AS value
