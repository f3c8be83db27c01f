// Organisations by a number that the text is, and records whose searchText has every word: as it is, as the beginning of a word, within one,
// or with one letter wrong. The score is made of nothing but the record and the text: how frequent a word is among records that the viewer
// may not see is nobody's business. Each line of searchText is a name. A word that stands in legal forms is found in an organisation's name
// without its legal form, or in the name as it is written.
WITH COLLECT {
  UNWIND $text.identifiers AS number
  MATCH (:Identifier {scheme: number.scheme, value: number.value})<-[:HAS_IDENTIFIER]-(organisation:Organisation)
  WHERE visible(organisation)
  RETURN DISTINCT organisation
} AS numbered
CALL (numbered) {
  UNWIND numbered AS node
  RETURN node, 1.0 AS score, ['identifiers'] AS numbers
  UNION ALL
  WITH numbered, $text.query AS query
  WHERE query <> ''
  CALL db.index.fulltext.queryNodes('search', query) YIELD node
  WITH node, numbered
  WHERE visible(node)
    AND NOT node IN numbered
    AND NOT EXISTS { MATCH (node)-[:STAKEHOLDER|OFFERED_BY]->(owner) WHERE NOT visible(owner) }
    AND (NOT node:Organisation OR all(form IN $text.forms WHERE
      any(name IN split(node.searchText, '\n') WHERE
        reduce(bare = ' ' + name, ending IN $text.endings | CASE WHEN bare ENDS WITH ending AND bare <> ending THEN left(bare, size(bare) - size(ending)) ELSE bare END) + ' '
        CONTAINS ' ' + form.word + ' ')
      OR form.typed <> '' AND any(name IN [node.legalName] + coalesce(node.aliases, []) WHERE ' ' + replace(toLower(name), 'å', 'aa') + ' ' CONTAINS ' ' + form.typed + ' ')))
  WITH node, '\n' + node.searchText + '\n' AS names, ' ' + replace(node.searchText, '\n', ' ') + ' ' AS words
  RETURN node, CASE
    WHEN any(name IN $text.whole WHERE names CONTAINS name) THEN 0.8
    WHEN names CONTAINS $text.begins THEN 0.7
    WHEN all(word IN $text.words WHERE words CONTAINS ' ' + word + ' ') THEN 0.6
    WHEN all(word IN $text.words WHERE words CONTAINS ' ' + word) THEN 0.5
    WHEN all(word IN $text.words WHERE words CONTAINS word) THEN 0.4
    ELSE 0.3
  END + 0.1 * size($text.begins) / size(names) AS score, [] AS numbers
}
// What a body became is found by what the body goes by, after it.
CALL (node, score, numbers) {
  RETURN node AS item, score AS worth, numbers AS by, null AS predecessor
  UNION ALL
  MATCH (node)(()<-[:PREDECESSOR]-(succession:Succession WHERE visible(succession))-[:SUCCESSOR]->(body WHERE visible(body)))+(successor)
  RETURN DISTINCT successor AS item, 0.9 * score AS worth, [number IN numbers | 'predecessors'] AS by, node AS predecessor
}
WITH item AS node, max(worth) AS score, collect(DISTINCT predecessor) AS predecessors, collect(by) AS numbered
WITH node, score, predecessors, CASE
  WHEN ['identifiers'] IN numbered THEN ['identifiers']
  WHEN ['predecessors'] IN numbered THEN ['predecessors']
  ELSE []
END AS numbers
ORDER BY score DESC, node.id
RETURN {
  score: score,
  typed: $text.typed,
  numbers: numbers,
  texts: [field IN ['legalName', 'aliases', 'acronym', 'name', 'title', 'cci', 'reference', 'statement'] WHERE node[field] IS NOT NULL | [field, node[field]]]
    + [(node)-[:FORMERLY]->(former) | ['formerNames', former.name]]
    + reduce(names = [], old IN predecessors | names + [name IN [old.legalName, old.acronym, old.name] + coalesce(old.aliases, []) WHERE name IS NOT NULL | ['predecessors', name]]),
  item: node
} AS value
