-- Schema 3: what a patient measures: fuller check-ins, side effects, forms, scores. Why stands in NOTES.md.

-- Check-ins: feelings, sleep, and how they were before they were changed.

ALTER TABLE check_in ADD COLUMN feelings TEXT NOT NULL DEFAULT '[]';
ALTER TABLE check_in ADD COLUMN sleep_minutes INTEGER CHECK (sleep_minutes BETWEEN 0 AND 1440);
ALTER TABLE check_in ADD COLUMN changed_at INTEGER;

CREATE TABLE check_in_earlier (
    place    INTEGER PRIMARY KEY AUTOINCREMENT,
    check_in TEXT NOT NULL REFERENCES check_in (id) ON DELETE CASCADE,
    until    INTEGER NOT NULL,
    body     TEXT NOT NULL
) STRICT;

CREATE INDEX check_in_earlier_by_check_in ON check_in_earlier (check_in, place);

CREATE TABLE own_feeling (
    word    TEXT PRIMARY KEY NOT NULL,
    made_at INTEGER NOT NULL
) STRICT;

-- Side effects.

CREATE TABLE side_effect (
    id         TEXT PRIMARY KEY NOT NULL,
    effect     TEXT NOT NULL,
    part       TEXT,
    severity   INTEGER CHECK (severity BETWEEN 0 AND 3),
    began_at   INTEGER NOT NULL,
    zone       TEXT NOT NULL,
    ended_at   INTEGER,
    note       TEXT,
    changed_at INTEGER NOT NULL
) STRICT;

CREATE INDEX side_effect_by_time ON side_effect (began_at, id);
CREATE INDEX side_effect_still_there ON side_effect (began_at, id) WHERE ended_at IS NULL;

CREATE TABLE side_effect_earlier (
    place       INTEGER PRIMARY KEY AUTOINCREMENT,
    side_effect TEXT NOT NULL REFERENCES side_effect (id) ON DELETE CASCADE,
    until       INTEGER NOT NULL,
    body        TEXT NOT NULL
) STRICT;

CREATE INDEX side_effect_earlier_by_effect ON side_effect_earlier (side_effect, place);

-- Forms being filled in, and those that were finished.

CREATE TABLE filled_form (
    id            TEXT PRIMARY KEY NOT NULL,
    -- The form as it was when it was begun, whole.
    questionnaire TEXT NOT NULL,
    -- What it is known as: an instrument's name or the form's canonical address.
    name          TEXT NOT NULL,
    -- What it was due for, if anything.
    due           TEXT,
    started_at    INTEGER NOT NULL,
    zone          TEXT NOT NULL,
    changed_at    INTEGER NOT NULL,
    -- Where in the form the patient is.
    at_step       INTEGER NOT NULL DEFAULT 0,
    -- The answers as a tree, those of disabled items too.
    answers       TEXT NOT NULL,
    finished_at   INTEGER,
    left_at       INTEGER,
    CHECK (finished_at IS NULL OR left_at IS NULL)
) STRICT;

CREATE INDEX filled_form_by_name ON filled_form (name, started_at);
CREATE INDEX filled_form_by_due ON filled_form (due) WHERE due IS NOT NULL;

-- Scores of finished forms.

CREATE TABLE score (
    record     TEXT PRIMARY KEY NOT NULL,
    form       TEXT NOT NULL REFERENCES filled_form (id) ON DELETE CASCADE,
    instrument TEXT NOT NULL,
    total      INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    UNIQUE (form, instrument)
) STRICT;

CREATE INDEX score_by_instrument ON score (instrument, at);

-- What was answered to the question about harming oneself, above zero: told to the clinic at once.

CREATE TABLE urgent_answer (
    -- The record that tells the clinic.
    record       TEXT PRIMARY KEY NOT NULL,
    form         TEXT NOT NULL REFERENCES filled_form (id) ON DELETE CASCADE,
    at           INTEGER NOT NULL,
    -- The value it was told with: an answer that rose is told again.
    value        INTEGER NOT NULL CHECK (value > 0),
    dismissed_at INTEGER,
    UNIQUE (form, value)
) STRICT;

CREATE INDEX urgent_answer_by_time ON urgent_answer (at);

-- What the patient chose not to do this time.

CREATE TABLE skipped (
    due TEXT PRIMARY KEY NOT NULL,
    at  INTEGER NOT NULL
) STRICT;
