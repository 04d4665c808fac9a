// The words that entities, and columns of which somebody said something, are found by (src/search/search-words.ts). They are made by
// our own code: the analyzer has nothing to do but to take them apart at spaces. New entities are :Unsearched until they are taken in,
// many at once (src/search/search-index.ts).
CREATE FULLTEXT INDEX search_words IF NOT EXISTS FOR (n:Searched|Column) ON EACH [n.searchWords]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace', `fulltext.eventually_consistent`: false}};

// How far the words of what was there before have come (src/write/search-backfill.ts).
CREATE CONSTRAINT search_words_name IF NOT EXISTS FOR (n:SearchWords) REQUIRE n.name IS UNIQUE;

CALL db.awaitIndexes(300);
