// Pairs of organisations that the import or a coordinator has marked as possibly one.
MATCH (organisation:Organisation)-[:POSSIBLE_DUPLICATE_OF]-(other:Organisation)
WHERE visible(organisation)
  AND visible(other)
  AND (organisation.sortKey < other.sortKey OR organisation.sortKey = other.sortKey AND organisation.id < other.id)
WITH DISTINCT organisation, other
ORDER BY organisation.sortKey, organisation.id, other.sortKey, other.id
RETURN {organisation: organisation, other: other, reasons: ['SAME_NAME']} AS value
