MATCH (o:Record {id: $id})
WHERE o:Organisation
RETURN o {
  .id, .legalName, .aliases, .legalForm, .country, .sectorType, .sizeClass, .industryCodes, .status, .homepage
} AS answer
