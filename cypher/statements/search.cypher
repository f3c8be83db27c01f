// Records whose searchText has every word: as it is, as the beginning of a word, or with one letter wrong. $text comes folded.
WITH [word IN split(toLower($text), ' ') WHERE word =~ '[\\p{L}\\p{N}]+'] AS words
WHERE size(words) > 0
WITH words, reduce(query = '', word IN words | query + ' +(' + word + '^4 ' + word + '*^2' + CASE WHEN size(word) > 3 THEN ' ' + word + '~1' ELSE '' END + ')') AS query
CALL db.index.fulltext.queryNodes('search', query) YIELD node, score
WHERE visible(node)
  AND NOT EXISTS { MATCH (node)-[:STAKEHOLDER|OFFERED_BY]->(owner) WHERE NOT visible(owner) }
WITH node, score, [field IN ['legalName', 'aliases', 'acronym', 'name', 'title', 'reference', 'statement'] WHERE any(word IN words WHERE
  CASE field
    WHEN 'aliases' THEN any(alias IN node.aliases WHERE toLower(alias) CONTAINS word)
    ELSE toLower(node[field]) CONTAINS word
  END)]
  + CASE WHEN EXISTS { MATCH (node)-[:FORMERLY]->(name) WHERE any(word IN words WHERE toLower(name.name) CONTAINS word) } THEN ['formerNames'] ELSE [] END AS matchedOn
ORDER BY score DESC, node.id
RETURN {score: score, matchedOn: matchedOn, item: node} AS value
