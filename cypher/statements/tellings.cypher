// What the record holds, and then each change of it and of the records that were merged into it, oldest first: as far as the viewer may see
// the change and its source. Of what leads to the record, only what the changes name is looked for, as there may be very much. Of each record that is named
// in them, or by a part, it is said whether it exists for the viewer.
WITH COLLECT {
  MATCH (this)<-[:MERGED_INTO*0..]-(subject:Record)<-[:CHANGED]-(change:Change)-[:HAS_SOURCE]->(source:Source)-[:FROM_DOCUMENT]->(document:Document)
  WHERE visible(subject)
    AND visible(change)
    AND visible(source)
    AND visible(document)
  WITH subject, change, source
  ORDER BY change.position
  RETURN {
    subject: subject.id,
    position: change.position,
    command: change.command,
    reverts: change.reverts,
    carries: change.carries,
    fields: change.fields,
    agreed: change.agreed,
    locator: source.locator,
    change: change,
    source: source
  }
} AS changes
UNWIND [{
  held: {
    id: this.id,
    label: [label IN labels(this) WHERE label <> 'Record'][0],
    properties: properties(this),
    leads: COLLECT {
      MATCH (this)-[relation]->(other:Record)
      WHERE NOT other:Source
        AND there(other:Record)
      RETURN [type(relation), other.id] AS way
      ORDER BY way
    },
    led: COLLECT {
      UNWIND changes AS row
      UNWIND coalesce(row.fields, []) AS field
      UNWIND split(split(field, '\u001F')[2], ', ') AS id
      WITH DISTINCT id
      MATCH (other:Record {id: id})
      MATCH (this)<-[relation]-(other)
      WHERE there(other:Record)
      RETURN [type(relation), other.id] AS way
      ORDER BY way
    },
    named: COLLECT {
      UNWIND [row IN changes | coalesce(row.fields, []) + coalesce(row.agreed, [])] + [[(this)-->(part)-->(end:Record) WHERE NOT part:Record AND NOT part:Claim | end.id]] + [[(this)-->(part WHERE part.saidBy IS NOT NULL) | part.saidBy]] AS texts
      UNWIND texts AS text
      UNWIND split(replace(replace(replace(text, ',', ' '), ':', ' '), '\u001F', ' '), ' ') AS word
      WITH DISTINCT word
      WHERE size(word) = 36
      MATCH (named:Record {id: word})
      WITH word, there(named:Record) AS exists
      ORDER BY word
      RETURN [word, exists]
    },
    parts: COLLECT {
      MATCH (this)-[relation]->(part)
      WHERE NOT part:Record
        AND NOT part:Claim
        AND NOT part:LikenessKey
        AND NOT EXISTS {
          MATCH (part)-->(end:Record)
          WHERE NOT visible(end)
        }
      WITH relation, part
      ORDER BY type(relation), elementId(part)
      RETURN {relation: type(relation), properties: properties(part), links: [(part)-[inner]->(end:Record) | [type(inner), end.id]]}
    }
  }
}] + changes AS value
RETURN value
