// What it takes to know one organisation by two records, and to take back what was made as one.

// duplicates: organisations whose names mean the same.
CREATE INDEX organisation_likeness IF NOT EXISTS FOR (n:Organisation) ON (n.likeness);

// duplicates: numbers that are one number, whatever register they are said to be of.
CREATE INDEX identifier_likeness IF NOT EXISTS FOR (n:Identifier) ON (n.likeness);
