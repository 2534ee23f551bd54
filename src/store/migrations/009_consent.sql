-- Schema 9: papers a patient signed. Every row stays: a withdrawal is noted beside the signature and takes nothing out of it.

CREATE TABLE consent (
    record           TEXT PRIMARY KEY NOT NULL,
    -- The paper, by its id in the clinic's protocol, and the clinic's name for this text of it.
    document         TEXT NOT NULL,
    version          TEXT NOT NULL,
    title            TEXT NOT NULL,
    protocol         TEXT NOT NULL,
    protocol_version INTEGER NOT NULL,
    -- What was signed, to the letter.
    words            TEXT NOT NULL,
    -- The name that was typed under it.
    name             TEXT NOT NULL,
    -- The clinic it was signed for, and its name then.
    clinic           TEXT,
    recipient        TEXT,
    at               INTEGER NOT NULL,
    zone             TEXT NOT NULL,
    withdrawn_at     INTEGER
) STRICT;

CREATE INDEX consent_by_time ON consent (at, record);
