// The store's schema, as the steps that made it. A step, once released, is never changed; a new one is added.

/** SQL of each version of the schema, in order; `user_version` counts how many have been run. */
export const migrations: readonly string[] = [
  `
  CREATE TABLE documents (
    number INTEGER PRIMARY KEY,          -- in order of arrival; nothing outside the store sees it
    id TEXT NOT NULL UNIQUE,
    address TEXT NOT NULL,               -- where it came from: url, or path
    version INTEGER NOT NULL,            -- 1 for the first text seen at this address, 2 for a changed one
    title TEXT, publisher TEXT, url TEXT, side TEXT, published TEXT, language TEXT NOT NULL,
    text TEXT NOT NULL,
    maker TEXT NOT NULL,                 -- version and models that read it
    record BLOB NOT NULL,                -- the record without its text, deflated JSON
    UNIQUE (address, version)
  );
  CREATE INDEX documents_published ON documents (ifnull(published, ''), id);
  CREATE INDEX documents_day ON documents (published);
  CREATE INDEX documents_side ON documents (side);
  CREATE INDEX documents_publisher ON documents (publisher);
  CREATE VIRTUAL TABLE documents_text USING fts5 (title, text, content='documents', content_rowid='number', tokenize='unicode61 remove_diacritics 2');

  CREATE TABLE actors (
    id TEXT PRIMARY KEY, document TEXT NOT NULL REFERENCES documents (id),
    kind TEXT NOT NULL, name TEXT NOT NULL, country TEXT, code TEXT, wikidata TEXT, mentions INTEGER NOT NULL,
    key TEXT NOT NULL                    -- the same for actors of several documents that go by one identity
  ) WITHOUT ROWID;
  CREATE INDEX actors_key ON actors (key, document);
  -- One row an identity, kept in step with the actors of all documents.
  CREATE TABLE identities (
    key TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, country TEXT, wikidata TEXT,
    documents INTEGER NOT NULL, mentions INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX identities_documents ON identities (documents, key);
  CREATE INDEX identities_country ON identities (country, documents, key);
  CREATE TABLE identity_words (word TEXT NOT NULL, key TEXT NOT NULL, PRIMARY KEY (word, key)) WITHOUT ROWID;
  CREATE INDEX actors_document ON actors (document);
  CREATE INDEX actors_country ON actors (country);
  CREATE TABLE actor_words (word TEXT NOT NULL, actor TEXT NOT NULL, PRIMARY KEY (word, actor)) WITHOUT ROWID;

  CREATE TABLE statements (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document TEXT NOT NULL REFERENCES documents (id),
    act TEXT NOT NULL, form TEXT NOT NULL, date TEXT NOT NULL, depth INTEGER NOT NULL, within TEXT, contact TEXT, content TEXT NOT NULL
  );
  CREATE INDEX statements_document ON statements (document);
  CREATE INDEX statements_date ON statements (date, id);
  CREATE INDEX statements_depth ON statements (depth);
  CREATE INDEX statements_act ON statements (act, date, id);
  CREATE VIRTUAL TABLE statements_text USING fts5 (content, content='statements', content_rowid='number', tokenize='unicode61 remove_diacritics 2');

  CREATE TABLE contacts (
    id TEXT PRIMARY KEY, document TEXT NOT NULL REFERENCES documents (id),
    channel TEXT NOT NULL, status TEXT NOT NULL, date TEXT NOT NULL, place TEXT
  ) WITHOUT ROWID;
  CREATE INDEX contacts_document ON contacts (document);
  CREATE INDEX contacts_date ON contacts (date, id);
  CREATE INDEX contacts_channel ON contacts (channel, date, id);
  CREATE INDEX contacts_status ON contacts (status, date, id);

  CREATE TABLE events (
    id TEXT PRIMARY KEY, document TEXT NOT NULL REFERENCES documents (id),
    type TEXT NOT NULL, mode TEXT, cameo TEXT, date TEXT NOT NULL, factuality TEXT NOT NULL, within TEXT
  ) WITHOUT ROWID;
  CREATE INDEX events_document ON events (document);
  CREATE INDEX events_date ON events (date, id);
  CREATE INDEX events_type ON events (type, date, id);
  CREATE INDEX events_factuality ON events (factuality, date, id);

  -- Who takes part in what: speaker and addressee of a statement, participant of a contact, actor and recipient of an event.
  CREATE TABLE parts (
    finding TEXT NOT NULL, part TEXT NOT NULL, actor TEXT NOT NULL, side TEXT, role TEXT,
    PRIMARY KEY (finding, part, actor)
  ) WITHOUT ROWID;
  CREATE INDEX parts_actor ON parts (actor, part);
  CREATE INDEX parts_side ON parts (side, part, finding);

  -- Sources that could not be taken in, with the reason, for \`dragoman retry\`.
  CREATE TABLE failures (
    source TEXT PRIMARY KEY, reason TEXT NOT NULL,
    root TEXT NOT NULL,                  -- what the person named: the folder, archive or feed that holds the source
    options TEXT NOT NULL                -- how it was to be taken in, JSON
  ) WITHOUT ROWID;
  CREATE INDEX failures_root ON failures (root);

  -- What a person has decided about findings; kept apart from what the machine found, and over it.
  CREATE TABLE corrections (
    number INTEGER PRIMARY KEY, document TEXT NOT NULL, finding TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('reject', 'edit', 'merge', 'split')),
    value TEXT, undone INTEGER NOT NULL DEFAULT 0
  );
  CREATE INDEX corrections_document ON corrections (document);

  -- Feeds that are watched: what the server said last, for conditional requests, and how often it failed since.
  CREATE TABLE feeds (url TEXT PRIMARY KEY, etag TEXT, modified TEXT, failed INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;

  -- How many there are of what, so that it need not be counted.
  CREATE TABLE counts (what TEXT NOT NULL, name TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (what, name)) WITHOUT ROWID;
  `,
  // A person may also say that a finding is right.
  `
  ALTER TABLE corrections RENAME TO corrections_before;
  CREATE TABLE corrections (
    number INTEGER PRIMARY KEY, document TEXT NOT NULL, finding TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('accept', 'reject', 'edit', 'merge', 'split')),
    value TEXT, undone INTEGER NOT NULL DEFAULT 0
  );
  INSERT INTO corrections SELECT number, document, finding, kind, value, undone FROM corrections_before;
  DROP TABLE corrections_before;
  CREATE INDEX corrections_document ON corrections (document);
  `,
];
