-- Schema 8: messages between the patient and the clinic. Those of the clinic are in the mirror. Why stands in NOTES.md.

CREATE TABLE message (
    place     INTEGER PRIMARY KEY AUTOINCREMENT,
    id        TEXT NOT NULL UNIQUE,
    -- A message of the thread it goes on; its own id where it begins one.
    thread    TEXT NOT NULL,
    -- The clinic's message it answers.
    answers   TEXT,
    at        INTEGER NOT NULL,
    zone      TEXT NOT NULL,
    words     TEXT NOT NULL,
    -- The clinic's name, as it was then.
    recipient TEXT,
    -- What was shared from the journal and goes along, by its record.
    shared    TEXT
) STRICT;

CREATE TABLE message_draft (
    -- A message of the thread; empty for a new question.
    thread     TEXT PRIMARY KEY NOT NULL,
    changed_at INTEGER NOT NULL,
    words      TEXT NOT NULL,
    shared     TEXT
) STRICT;

CREATE TABLE message_seen (
    message TEXT PRIMARY KEY NOT NULL,
    at      INTEGER NOT NULL
) STRICT;

-- Only urgent words were asked for until now: everything is asked for once, so that no answer is missed.
DELETE FROM pull WHERE kind = 'Communication';
