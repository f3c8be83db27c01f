// What must be unique. A constraint is also the index to find by.

// Every record whatever its type: node(id:), and each lookup, filter, path and cascade that begins at an id.
CREATE CONSTRAINT record_id IF NOT EXISTS FOR (n:Record) REQUIRE n.id IS UNIQUE;

// organisation(identifier:): one number of one register belongs to one organisation.
CREATE CONSTRAINT identifier_scheme_value IF NOT EXISTS FOR (n:Identifier) REQUIRE (n.scheme, n.value) IS UNIQUE;

// theme(code:), and needs and offers by theme: one code is one concept.
CREATE CONSTRAINT theme_code IF NOT EXISTS FOR (n:Theme) REQUIRE n.code IS UNIQUE;
