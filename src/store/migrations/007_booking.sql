-- Schema 7: the clinic's free times, and what a patient asked for. Why stands in NOTES.md.

CREATE TABLE schedule (
    id      TEXT PRIMARY KEY NOT NULL,
    body    TEXT NOT NULL,
    problem TEXT
) STRICT;

CREATE TABLE slot (
    id       TEXT PRIMARY KEY NOT NULL,
    schedule TEXT,
    start_at INTEGER,
    body     TEXT NOT NULL,
    problem  TEXT,
    -- When the walk began that saw it last.
    seen_at  INTEGER NOT NULL
) STRICT;

CREATE INDEX slot_by_time ON slot (start_at, id);

CREATE TABLE slot_walk (
    kind     TEXT PRIMARY KEY NOT NULL,
    -- When all of them were asked for the last time, and up to which start.
    asked_at INTEGER,
    up_to    INTEGER,
    -- A walk that is not over: when it began, up to which start, and the page to go on with.
    began_at INTEGER,
    to_be    INTEGER,
    cursor   TEXT
) STRICT;

CREATE TABLE wish (
    record         TEXT PRIMARY KEY NOT NULL,
    kind           TEXT NOT NULL,
    -- The time asked for; or, for the waitlist, the stretch it may begin in.
    start_at       INTEGER,
    end_at         INTEGER,
    slots          TEXT NOT NULL,
    parties        TEXT NOT NULL,
    place          TEXT,
    earlier_from   INTEGER,
    earlier_until  INTEGER,
    replaces       TEXT,
    replaces_start INTEGER,
    words          TEXT,
    made_at        INTEGER NOT NULL,
    zone           TEXT NOT NULL,
    -- The last that is known of the answer.
    answer         TEXT,
    answered_at    INTEGER,
    answer_visit   TEXT,
    answer_start   INTEGER,
    answer_end     INTEGER,
    answer_words   TEXT,
    CHECK ((answer IS NULL) = (answered_at IS NULL)),
    CHECK ((replaces IS NULL) = (replaces_start IS NULL))
) STRICT;

CREATE INDEX wish_by_time ON wish (made_at, record);

CREATE TABLE cancellation (
    visit    TEXT PRIMARY KEY NOT NULL,
    start_at INTEGER,
    reason   TEXT,
    made_at  INTEGER NOT NULL,
    -- 1 once the visit is cancelled, 0 where the clinic had changed it before.
    done     INTEGER CHECK (done IN (0, 1))
) STRICT;

-- Over what alone it may go.
ALTER TABLE outbox ADD COLUMN guard TEXT;
