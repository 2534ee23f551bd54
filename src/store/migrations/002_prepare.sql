-- Schema 2: what a patient makes before, on and after the day of a session. Why stands in NOTES.md.

CREATE TABLE tick (
    plan       TEXT NOT NULL,
    item       TEXT NOT NULL,
    record     TEXT NOT NULL UNIQUE,
    done       INTEGER NOT NULL CHECK (done IN (0, 1)),
    changed_at INTEGER NOT NULL,
    PRIMARY KEY (plan, item)
) STRICT;

CREATE TABLE own_item (
    id      TEXT PRIMARY KEY NOT NULL,
    title   TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    done_at INTEGER
) STRICT;

CREATE TABLE acknowledgement (
    place   INTEGER PRIMARY KEY AUTOINCREMENT,
    record  TEXT NOT NULL UNIQUE,
    kind    TEXT NOT NULL,
    line    TEXT NOT NULL,
    version TEXT,
    digest  TEXT NOT NULL,
    at      INTEGER NOT NULL
) STRICT;

CREATE INDEX acknowledgement_by_line ON acknowledgement (kind, line, place);

CREATE TABLE intention (
    place INTEGER PRIMARY KEY AUTOINCREMENT,
    id    TEXT NOT NULL UNIQUE,
    at    INTEGER NOT NULL,
    words TEXT NOT NULL
) STRICT;

CREATE TABLE question (
    id      TEXT PRIMARY KEY NOT NULL,
    words   TEXT NOT NULL,
    article TEXT,
    made_at INTEGER NOT NULL,
    done_at INTEGER
) STRICT;

CREATE TABLE driver (
    visit        TEXT PRIMARY KEY NOT NULL,
    person       TEXT NOT NULL,
    name         TEXT NOT NULL,
    phone        TEXT NOT NULL,
    confirmation TEXT NOT NULL,
    confirmed_at INTEGER,
    -- When the visit started that it was confirmed for.
    confirmed_for INTEGER,
    changed_at   INTEGER NOT NULL
) STRICT;

CREATE TABLE readiness (
    visit    TEXT NOT NULL,
    question TEXT NOT NULL,
    answer   INTEGER NOT NULL CHECK (answer IN (0, 1)),
    at       INTEGER NOT NULL,
    PRIMARY KEY (visit, question)
) STRICT;

CREATE TABLE settled (
    id      TEXT PRIMARY KEY NOT NULL,
    words   TEXT NOT NULL,
    made_at INTEGER NOT NULL
) STRICT;

CREATE TABLE capture (
    entry TEXT PRIMARY KEY NOT NULL REFERENCES journal_entry (id) ON DELETE CASCADE,
    visit TEXT
) STRICT;

CREATE TABLE snooze (
    alarm TEXT PRIMARY KEY NOT NULL,
    at    INTEGER NOT NULL,
    until INTEGER NOT NULL
) STRICT;
