// Open needs of the organisations measured, with the theme of each and those next to it.
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
  }
} AS value
