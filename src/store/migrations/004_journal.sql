-- Schema 4: the journal: entries, what hangs on them, what came of them, and what was shared. Why stands in NOTES.md.

-- Entries, the words being written, and how they were before.

ALTER TABLE journal_entry ADD COLUMN visit TEXT;
ALTER TABLE journal_entry ADD COLUMN phase TEXT;
ALTER TABLE journal_entry ADD COLUMN prompt TEXT;
ALTER TABLE journal_entry ADD COLUMN intention TEXT;
ALTER TABLE journal_entry ADD COLUMN mood INTEGER CHECK (mood BETWEEN 0 AND 10);
ALTER TABLE journal_entry ADD COLUMN removed_at INTEGER;

UPDATE journal_entry SET phase = 'day0', visit = (SELECT visit FROM capture WHERE entry = id)
    WHERE id IN (SELECT entry FROM capture);

DROP INDEX journal_entry_by_time;
CREATE INDEX journal_entry_by_time ON journal_entry (at, place) WHERE removed_at IS NULL;
CREATE INDEX journal_entry_by_visit ON journal_entry (visit, at, place) WHERE visit IS NOT NULL AND removed_at IS NULL;
CREATE INDEX journal_entry_removed ON journal_entry (removed_at) WHERE removed_at IS NOT NULL;

-- What pages are narrowed by, without touching their words.
CREATE INDEX journal_entry_by_phase ON journal_entry (phase, place) WHERE phase IS NOT NULL AND removed_at IS NULL;
CREATE INDEX journal_entry_by_mood ON journal_entry (mood, place) WHERE mood IS NOT NULL AND removed_at IS NULL;
CREATE INDEX journal_entry_worded ON journal_entry (place) WHERE words <> '' AND removed_at IS NULL;

-- The index of words, made anew to know beginnings of one to four letters.
DROP TABLE journal_search;

CREATE VIRTUAL TABLE journal_search USING fts5 (
    words,
    content = 'journal_entry',
    content_rowid = 'place',
    tokenize = 'unicode61 remove_diacritics 2',
    prefix = '1 2 3 4'
);

INSERT INTO journal_search (journal_search, rank) VALUES ('secure-delete', 1);
INSERT INTO journal_search (journal_search) VALUES ('rebuild');

-- An entry that was removed is out of the search at once, and back in it if that is taken back.
DROP TRIGGER journal_entry_added;
DROP TRIGGER journal_entry_removed;
DROP TRIGGER journal_entry_changed;

CREATE TRIGGER journal_entry_added AFTER INSERT ON journal_entry WHEN new.removed_at IS NULL BEGIN
    INSERT INTO journal_search (rowid, words) VALUES (new.place, new.words);
END;

CREATE TRIGGER journal_entry_deleted AFTER DELETE ON journal_entry WHEN old.removed_at IS NULL BEGIN
    INSERT INTO journal_search (journal_search, rowid, words) VALUES ('delete', old.place, old.words);
END;

CREATE TRIGGER journal_entry_changed AFTER UPDATE OF place, words, removed_at ON journal_entry
WHEN (new.removed_at IS NULL) <> (old.removed_at IS NULL) OR new.place <> old.place OR new.words <> old.words BEGIN
    INSERT INTO journal_search (journal_search, rowid, words)
        SELECT 'delete', old.place, old.words WHERE old.removed_at IS NULL;
    INSERT INTO journal_search (rowid, words) SELECT new.place, new.words WHERE new.removed_at IS NULL;
END;

CREATE TABLE journal_draft (
    entry      TEXT PRIMARY KEY NOT NULL REFERENCES journal_entry (id) ON DELETE CASCADE,
    changed_at INTEGER NOT NULL,
    words      TEXT NOT NULL
) STRICT;

CREATE TABLE journal_earlier (
    place INTEGER PRIMARY KEY AUTOINCREMENT,
    entry TEXT NOT NULL REFERENCES journal_entry (id) ON DELETE CASCADE,
    until INTEGER NOT NULL,
    words TEXT NOT NULL
) STRICT;

CREATE INDEX journal_earlier_by_entry ON journal_earlier (entry, place);

-- Every entry as it stands: with the words being written, where some are.
CREATE VIEW journal_now AS
    SELECT e.place, e.id, e.at, e.zone, coalesce(d.changed_at, e.changed_at) AS changed_at,
        coalesce(d.words, e.words) AS words, e.visit, e.phase, e.prompt, e.intention, e.mood, e.removed_at
    FROM journal_entry AS e LEFT JOIN journal_draft AS d ON d.entry = e.id;

-- Drawings, photos, voice notes and files, in chunks.

CREATE TABLE piece (
    id         TEXT PRIMARY KEY NOT NULL,
    entry      TEXT NOT NULL REFERENCES journal_entry (id) ON DELETE CASCADE,
    kind       TEXT NOT NULL,
    mime       TEXT NOT NULL,
    -- What it shows, in the patient's words.
    title      TEXT,
    made_at    INTEGER NOT NULL,
    size       INTEGER NOT NULL DEFAULT 0,
    -- The last chunk has arrived.
    whole      INTEGER NOT NULL DEFAULT 0 CHECK (whole IN (0, 1)),
    -- Of what is recorded here: how many samples a second. It is kept even if a kill ends it.
    recorded   INTEGER,
    -- The place of the last stroke of a drawing that is seen; those behind it were taken back.
    drawn_to   INTEGER NOT NULL DEFAULT 0,
    removed_at INTEGER
) STRICT;

CREATE INDEX piece_by_entry ON piece (entry, made_at);
CREATE INDEX piece_removed ON piece (removed_at) WHERE removed_at IS NOT NULL;
CREATE INDEX piece_unfinished ON piece (id) WHERE whole = 0;

CREATE TABLE piece_chunk (
    piece TEXT NOT NULL REFERENCES piece (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (piece, place)
) STRICT;

CREATE TABLE stroke (
    place   INTEGER PRIMARY KEY AUTOINCREMENT,
    piece   TEXT NOT NULL REFERENCES piece (id) ON DELETE CASCADE,
    colour  TEXT NOT NULL,
    width   INTEGER NOT NULL,
    points  TEXT NOT NULL,
    -- A part of the same stroke as the one before it.
    goes_on INTEGER NOT NULL DEFAULT 0 CHECK (goes_on IN (0, 1))
) STRICT;

CREATE INDEX stroke_by_piece ON stroke (piece, place);

-- What an entry came to: insights, small steps, what was looked at again, what helped.

CREATE TABLE insight (
    id    TEXT PRIMARY KEY NOT NULL,
    entry TEXT NOT NULL REFERENCES journal_entry (id) ON DELETE CASCADE,
    words TEXT NOT NULL,
    at    INTEGER NOT NULL
) STRICT;

CREATE INDEX insight_by_entry ON insight (entry, at);

CREATE TABLE step (
    id         TEXT PRIMARY KEY NOT NULL,
    insight    TEXT REFERENCES insight (id) ON DELETE SET NULL,
    cue        TEXT NOT NULL,
    deed       TEXT NOT NULL,
    -- The day it is for (ISO 8601), and the minute of that day at which to be reminded.
    day        TEXT,
    remind_at  INTEGER CHECK (remind_at BETWEEN 0 AND 1439),
    made_at    INTEGER NOT NULL,
    done_at    INTEGER,
    CHECK (remind_at IS NULL OR day IS NOT NULL)
) STRICT;

CREATE TABLE step_review (
    place INTEGER PRIMARY KEY AUTOINCREMENT,
    step  TEXT NOT NULL REFERENCES step (id) ON DELETE CASCADE,
    at    INTEGER NOT NULL,
    what  TEXT NOT NULL,
    -- How it read before.
    cue   TEXT NOT NULL,
    deed  TEXT NOT NULL
) STRICT;

CREATE INDEX step_review_by_step ON step_review (step, place);

CREATE TABLE practised (
    id       TEXT PRIMARY KEY NOT NULL,
    practice TEXT NOT NULL,
    at       INTEGER NOT NULL,
    zone     TEXT NOT NULL,
    minutes  INTEGER,
    words    TEXT
) STRICT;

CREATE INDEX practised_by_time ON practised (at, id);

CREATE TABLE for_session (
    kind TEXT NOT NULL,
    item TEXT NOT NULL,
    at   INTEGER NOT NULL,
    PRIMARY KEY (kind, item)
) STRICT;

-- What was shared with the clinic. The record is the one the clinic has; it outlives the entry.

CREATE TABLE share (
    record       TEXT PRIMARY KEY NOT NULL,
    entry        TEXT NOT NULL,
    -- Everything that is written on the page, and not a part of it.
    whole        INTEGER NOT NULL CHECK (whole IN (0, 1)),
    -- Exactly what was sent; gone once the entry is.
    words        TEXT,
    recipient    TEXT,
    at           INTEGER NOT NULL,
    zone         TEXT NOT NULL,
    withdrawn_at INTEGER
) STRICT;

CREATE INDEX share_by_entry ON share (entry, at);
CREATE INDEX share_by_time ON share (at, record);

CREATE TABLE share_piece (
    record  TEXT NOT NULL REFERENCES share (record) ON DELETE CASCADE,
    piece   TEXT NOT NULL,
    mime    TEXT NOT NULL,
    -- Gone once the entry is.
    title   TEXT,
    size    INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    PRIMARY KEY (record, piece)
) STRICT;

-- However an entry is deleted, its words are nowhere else.
CREATE TRIGGER share_forgets AFTER DELETE ON journal_entry BEGIN
    UPDATE share SET words = NULL WHERE entry = old.id;
    UPDATE share_piece SET title = NULL WHERE record IN (SELECT record FROM share WHERE entry = old.id);
END;
