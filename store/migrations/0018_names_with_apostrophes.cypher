// What stands before and behind an apostrophe is one word. Names that have one are compared anew at the next start.
MATCH (organisation:Organisation)-[:ALIKE_BY]->(key:LikenessKey)
WHERE any(name IN [organisation.legalName] + coalesce(organisation.aliases, []) + [(organisation)-[:FORMERLY]->(former) | former.name] WHERE name CONTAINS "'" OR name CONTAINS '’')
DETACH DELETE key;
