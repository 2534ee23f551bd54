-- Schema 12: each message that is being written is known by an id of its own, so that there may be several in a thread and none
-- is written over by another. Why stands in NOTES.md.

CREATE TABLE message_draft_before (thread TEXT, changed_at INTEGER, words TEXT, shared TEXT) STRICT;
INSERT INTO message_draft_before SELECT thread, changed_at, words, shared FROM message_draft;
DROP TABLE message_draft;

CREATE TABLE message_draft (
    id         TEXT PRIMARY KEY NOT NULL,
    -- A message of the thread; empty for a new question.
    thread     TEXT,
    changed_at INTEGER NOT NULL,
    words      TEXT NOT NULL,
    shared     TEXT
) STRICT;

-- Ids of the shape of those the phone makes.
INSERT INTO message_draft (id, thread, changed_at, words, shared)
SELECT lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2)
        || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))),
    nullif(thread, ''), changed_at, words, shared
FROM message_draft_before;

DROP TABLE message_draft_before;
