// Who recorded a change: what the account is called, where the viewer may see that; or what is told of one without an account; and by which role over what it did so.
OPTIONAL MATCH (this)-[:RECORDED_BY]->(account:Account)
OPTIONAL MATCH (over:Record&(Network|Organisation) {id: this.over})
WHERE visible(over)
RETURN {
  name: CASE WHEN visible(account) THEN account.name ELSE this.actor END,
  role: this.role,
  over: CASE WHEN over IS NOT NULL THEN shown(over:Member.displayName) END
} AS value
