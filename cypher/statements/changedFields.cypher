// What a change says of fields, and of each record that is named in it whether it exists for the viewer.
MATCH (this)-[:CHANGED]->(subject:Record)
RETURN {
  label: coalesce(subject.was, [label IN labels(subject) WHERE label <> 'Record'][0]),
  carries: this.carries,
  fields: this.fields,
  named: COLLECT {
    UNWIND coalesce(this.fields, []) AS field
    UNWIND split(replace(replace(replace(field, ',', ' '), ':', ' '), '\u001F', ' '), ' ') AS word
    WITH DISTINCT word
    WHERE size(word) = 36
    MATCH (named:Record {id: word})
    WITH word, there(named:Record) AS exists
    ORDER BY word
    RETURN [word, exists]
  }
} AS value
