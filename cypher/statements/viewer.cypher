// Who asks, and what they may.
WITH $viewer AS viewer
RETURN {account: viewer.account, name: viewer.name, roles: COLLECT {
  UNWIND viewer.roles AS held
  OPTIONAL MATCH (over:Record {id: held.over})
  WHERE visible(over)
  RETURN {role: held.role, over: over, everywhere: held.over = ''}
}} AS value
