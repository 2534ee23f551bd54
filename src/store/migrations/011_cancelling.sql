-- Schema 11: why a visit is to be cancelled, while it is written.

CREATE TABLE cancel_reason (
    visit      TEXT PRIMARY KEY NOT NULL,
    changed_at INTEGER NOT NULL,
    words      TEXT NOT NULL
) STRICT;
