-- Schema 1. Why things are as they are stands in NOTES.md.

CREATE TABLE owner (
    one     INTEGER PRIMARY KEY CHECK (one = 1),
    issuer  TEXT NOT NULL,
    patient TEXT NOT NULL
) STRICT;

CREATE TABLE check_in (
    id      TEXT PRIMARY KEY NOT NULL,
    at      INTEGER NOT NULL,
    zone    TEXT NOT NULL,
    mood    INTEGER NOT NULL CHECK (mood BETWEEN 0 AND 10),
    anxiety INTEGER NOT NULL CHECK (anxiety BETWEEN 0 AND 10),
    words   TEXT
) STRICT;

CREATE INDEX check_in_by_time ON check_in (at, id);

CREATE TABLE outbox (
    place      INTEGER PRIMARY KEY AUTOINCREMENT,
    id         TEXT NOT NULL UNIQUE,
    owner      INTEGER NOT NULL DEFAULT 1 REFERENCES owner (one),
    kind       TEXT NOT NULL,
    record     TEXT NOT NULL,
    path       TEXT NOT NULL,
    body       TEXT,
    urgent     INTEGER NOT NULL CHECK (urgent IN (0, 1)),
    made       INTEGER NOT NULL,
    not_before INTEGER NOT NULL,
    attempts   INTEGER NOT NULL DEFAULT 0,
    next_try   INTEGER NOT NULL,
    refusal    TEXT,
    refused_at INTEGER,
    sent_at    INTEGER,
    version    TEXT,
    CHECK ((body IS NULL) = (sent_at IS NOT NULL)),
    CHECK ((refusal IS NULL) = (refused_at IS NULL)),
    CHECK (sent_at IS NULL OR refusal IS NULL)
) STRICT;

CREATE INDEX outbox_by_record ON outbox (record, place);
CREATE INDEX outbox_unfinished ON outbox (record, place, urgent) WHERE sent_at IS NULL;

CREATE VIEW outbox_head AS
    SELECT min(place) AS place, max(urgent) AS urgent FROM outbox WHERE sent_at IS NULL GROUP BY record;

CREATE TABLE mirror (
    kind    TEXT NOT NULL,
    id      TEXT NOT NULL,
    version TEXT,
    updated INTEGER,
    body    TEXT NOT NULL,
    problem TEXT,
    PRIMARY KEY (kind, id)
) STRICT;

CREATE INDEX mirror_problem ON mirror (kind, id) WHERE problem IS NOT NULL;

CREATE TABLE pull (
    kind      TEXT PRIMARY KEY NOT NULL,
    watermark INTEGER,
    cursor    TEXT
) STRICT;

CREATE TABLE notice (
    place      INTEGER PRIMARY KEY AUTOINCREMENT,
    id         TEXT NOT NULL UNIQUE,
    subject    TEXT NOT NULL,
    happened   TEXT NOT NULL,
    about      TEXT NOT NULL,
    at         INTEGER NOT NULL,
    moved_from INTEGER,
    moved_to   INTEGER,
    seen_at    INTEGER,
    CHECK ((happened = 'moved') = (moved_from IS NOT NULL AND moved_to IS NOT NULL)),
    CHECK (happened <> 'unreadable' OR seen_at IS NULL)
) STRICT;

CREATE UNIQUE INDEX notice_unseen ON notice (subject, happened, about) WHERE seen_at IS NULL;

CREATE TABLE setting (
    key   TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE journal_entry (
    place      INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    at         INTEGER NOT NULL,
    zone       TEXT NOT NULL,
    changed_at INTEGER NOT NULL,
    words      TEXT NOT NULL
) STRICT;

CREATE INDEX journal_entry_by_time ON journal_entry (at, id);

CREATE VIRTUAL TABLE journal_search USING fts5 (
    words,
    content = 'journal_entry',
    content_rowid = 'place',
    tokenize = 'unicode61 remove_diacritics 2',
    prefix = '2 3'
);

INSERT INTO journal_search (journal_search, rank) VALUES ('secure-delete', 1);

CREATE TRIGGER journal_entry_added AFTER INSERT ON journal_entry BEGIN
    INSERT INTO journal_search (rowid, words) VALUES (new.place, new.words);
END;

CREATE TRIGGER journal_entry_removed AFTER DELETE ON journal_entry BEGIN
    INSERT INTO journal_search (journal_search, rowid, words) VALUES ('delete', old.place, old.words);
END;

CREATE TRIGGER journal_entry_changed AFTER UPDATE OF place, words ON journal_entry BEGIN
    INSERT INTO journal_search (journal_search, rowid, words) VALUES ('delete', old.place, old.words);
    INSERT INTO journal_search (rowid, words) VALUES (new.place, new.words);
END;
