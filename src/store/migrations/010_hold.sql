-- Schema 10: times that the clinic's server keeps while the patient makes up their mind. Why stands in NOTES.md.

CREATE TABLE hold (
    -- The wish it becomes.
    record   TEXT PRIMARY KEY NOT NULL,
    slots    TEXT NOT NULL,
    -- The Appointment the server keeps it by.
    there    TEXT,
    state    TEXT NOT NULL,
    until_at INTEGER,
    made_at  INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX hold_by_there ON hold (there) WHERE there IS NOT NULL;
