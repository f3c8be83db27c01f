// Finding by part of a text. searchText is folded when it is written: words in small letters without accents, one space between.

// ---- filter: {text:} on lists that grow. A part of a word is enough, so a text index. Areas, programmes, themes and networks are few.

// organisations(filter: {text:}).
CREATE TEXT INDEX organisation_text IF NOT EXISTS FOR (n:Organisation) ON (n.searchText);

// projects(filter: {text:}).
CREATE TEXT INDEX project_text IF NOT EXISTS FOR (n:Project) ON (n.searchText);

// partnerships(filter: {text:}).
CREATE TEXT INDEX partnership_text IF NOT EXISTS FOR (n:Partnership) ON (n.searchText);

// needs(filter: {text:}).
CREATE TEXT INDEX need_text IF NOT EXISTS FOR (n:Need) ON (n.searchText);

// offers(filter: {text:}).
CREATE TEXT INDEX offer_text IF NOT EXISTS FOR (n:Offer) ON (n.searchText);

// documents(filter: {text:}).
CREATE TEXT INDEX document_text IF NOT EXISTS FOR (n:Document) ON (n.searchText);

// ---- search(text:): the best of all at once, a typing error forgiven. The labels are those of SearchItem. The analyzer only splits at
// spaces: the text is folded already, and an analyzer of a language would drop words like as, no and i, which are legal forms and names.
CREATE FULLTEXT INDEX search IF NOT EXISTS
FOR (n:Organisation|Network|Project|Programme|Partnership|Need|Offer|Document) ON EACH [n.searchText]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};
