-- Schema 5: what is searched of each page, in one place. Why stands in NOTES.md.

DROP TRIGGER journal_entry_added;
DROP TRIGGER journal_entry_deleted;
DROP TRIGGER journal_entry_changed;
DROP TABLE journal_search;
DROP INDEX journal_entry_by_phase;
DROP INDEX journal_entry_by_mood;
DROP INDEX journal_entry_worded;

-- What a page is asked for besides its words; a page that was taken away is not in it.
CREATE TABLE journal_searched (
    -- The place with a minus: the index is walked forwards and meets the newest page first.
    turn   INTEGER PRIMARY KEY NOT NULL,
    place  INTEGER NOT NULL,
    at     INTEGER NOT NULL,
    visit  TEXT,
    phase  TEXT,
    mood   INTEGER,
    -- Something is written on it, if only a draft.
    worded INTEGER NOT NULL CHECK (worded IN (0, 1)),
    -- Something of it is with the clinic.
    shared INTEGER NOT NULL CHECK (shared IN (0, 1)),
    -- What hangs on it, each kind once.
    kinds  TEXT NOT NULL,
    titles TEXT NOT NULL,
    -- Letters that the index cannot part, as cairn_signs() writes them.
    signs  TEXT NOT NULL
) STRICT;

CREATE INDEX journal_searched_by_time ON journal_searched (at, place, visit, phase, mood, worded, shared, kinds);

-- The same, reckoned from where it comes from.
CREATE VIEW journal_to_search AS
    SELECT -place AS turn, place, id, at, visit, phase, mood,
        words <> '' OR EXISTS (SELECT 1 FROM journal_draft WHERE entry = e.id AND words <> '') AS worded,
        EXISTS (SELECT 1 FROM share WHERE entry = e.id AND withdrawn_at IS NULL) AS shared,
        coalesce((SELECT group_concat(DISTINCT kind) FROM piece
            WHERE entry = e.id AND whole = 1 AND removed_at IS NULL), '') AS kinds,
        -- Between two titles a sign that the index takes for a word: no phrase reaches from one into the next.
        coalesce((SELECT group_concat(title, char(10, 983040, 10)) FROM
            (SELECT title FROM piece WHERE entry = e.id AND whole = 1 AND removed_at IS NULL AND title IS NOT NULL
             ORDER BY made_at, id)), '') AS titles,
        words || char(10) || coalesce(prompt, '') || char(10) AS letters
    FROM journal_entry AS e WHERE removed_at IS NULL;

INSERT INTO journal_searched
    SELECT turn, place, at, visit, phase, mood, worded, shared, kinds, titles, cairn_signs(letters || titles)
    FROM journal_to_search ORDER BY place DESC;

-- The index of words. It holds no copy of them.
CREATE VIEW journal_text AS
    SELECT turn, words, coalesce(prompt, '') AS prompt, titles, signs
    FROM journal_searched JOIN journal_entry ON journal_entry.place = -turn;

CREATE VIRTUAL TABLE journal_search USING fts5 (
    words, prompt, titles, signs,
    content = 'journal_text',
    content_rowid = 'turn',
    tokenize = 'unicode61 remove_diacritics 2',
    prefix = '1 2 3 4'
);

INSERT INTO journal_search (journal_search, rank) VALUES ('secure-delete', 1);
INSERT INTO journal_search (journal_search, rank) VALUES ('pgsz', 3900);
INSERT INTO journal_search (journal_search) VALUES ('rebuild');

CREATE TRIGGER journal_entry_added AFTER INSERT ON journal_entry WHEN new.removed_at IS NULL BEGIN
    INSERT INTO journal_searched
        SELECT turn, place, at, visit, phase, mood, worded, shared, kinds, titles, cairn_signs(letters || titles)
        FROM journal_to_search WHERE place = new.place;
    INSERT INTO journal_search (rowid, words, prompt, titles, signs)
        SELECT turn, words, prompt, titles, signs FROM journal_text WHERE turn = -new.place;
END;

-- Before, not after: what hangs on the page, and stands in the index with it, is deleted in between.
CREATE TRIGGER journal_entry_deleted BEFORE DELETE ON journal_entry WHEN old.removed_at IS NULL BEGIN
    INSERT INTO journal_search (journal_search, rowid, words, prompt, titles, signs)
        SELECT 'delete', turn, words, prompt, titles, signs FROM journal_text WHERE turn = -old.place;
    DELETE FROM journal_searched WHERE turn = -old.place;
END;

CREATE TRIGGER journal_entry_changed AFTER UPDATE OF place, words, prompt, removed_at ON journal_entry
WHEN (new.removed_at IS NULL) <> (old.removed_at IS NULL) OR new.place <> old.place OR new.words <> old.words
    OR new.prompt IS NOT old.prompt BEGIN
    INSERT INTO journal_search (journal_search, rowid, words, prompt, titles, signs)
        SELECT 'delete', turn, old.words, coalesce(old.prompt, ''), titles, signs
        FROM journal_searched WHERE turn = -old.place;
    DELETE FROM journal_searched WHERE turn = -old.place;
    INSERT INTO journal_searched
        SELECT turn, place, at, visit, phase, mood, worded, shared, kinds, titles, cairn_signs(letters || titles)
        FROM journal_to_search WHERE place = new.place;
    INSERT INTO journal_search (rowid, words, prompt, titles, signs)
        SELECT turn, words, prompt, titles, signs FROM journal_text WHERE turn = -new.place;
END;

CREATE TRIGGER journal_entry_placed AFTER UPDATE OF at, visit, phase, mood ON journal_entry
WHEN new.at <> old.at OR new.visit IS NOT old.visit OR new.phase IS NOT old.phase OR new.mood IS NOT old.mood BEGIN
    UPDATE journal_searched SET at = new.at, visit = new.visit, phase = new.phase, mood = new.mood
        WHERE turn = -new.place;
END;

CREATE TRIGGER journal_searched_titled AFTER UPDATE OF titles ON journal_searched WHEN new.titles <> old.titles BEGIN
    INSERT INTO journal_search (journal_search, rowid, words, prompt, titles, signs)
        SELECT 'delete', old.turn, words, coalesce(prompt, ''), old.titles, old.signs
        FROM journal_entry WHERE place = old.place;
    INSERT INTO journal_search (rowid, words, prompt, titles, signs)
        SELECT turn, words, prompt, titles, signs FROM journal_text WHERE turn = -new.place;
END;

CREATE TRIGGER piece_added AFTER INSERT ON piece BEGIN
    UPDATE journal_searched SET (kinds, titles, signs) =
        (SELECT kinds, titles, cairn_signs(letters || titles) FROM journal_to_search WHERE id = new.entry)
        WHERE turn = (SELECT -place FROM journal_entry WHERE id = new.entry AND removed_at IS NULL);
END;

CREATE TRIGGER piece_changed AFTER UPDATE OF kind, title, whole, removed_at ON piece BEGIN
    UPDATE journal_searched SET (kinds, titles, signs) =
        (SELECT kinds, titles, cairn_signs(letters || titles) FROM journal_to_search WHERE id = new.entry)
        WHERE turn = (SELECT -place FROM journal_entry WHERE id = new.entry AND removed_at IS NULL);
END;

CREATE TRIGGER piece_deleted AFTER DELETE ON piece BEGIN
    UPDATE journal_searched SET (kinds, titles, signs) =
        (SELECT kinds, titles, cairn_signs(letters || titles) FROM journal_to_search WHERE id = old.entry)
        WHERE turn = (SELECT -place FROM journal_entry WHERE id = old.entry AND removed_at IS NULL);
END;

CREATE TRIGGER share_added AFTER INSERT ON share BEGIN
    UPDATE journal_searched SET shared = (SELECT shared FROM journal_to_search WHERE id = new.entry)
        WHERE turn = (SELECT -place FROM journal_entry WHERE id = new.entry AND removed_at IS NULL);
END;

CREATE TRIGGER share_changed AFTER UPDATE OF withdrawn_at ON share BEGIN
    UPDATE journal_searched SET shared = (SELECT shared FROM journal_to_search WHERE id = new.entry)
        WHERE turn = (SELECT -place FROM journal_entry WHERE id = new.entry AND removed_at IS NULL);
END;

CREATE TRIGGER share_deleted AFTER DELETE ON share BEGIN
    UPDATE journal_searched SET shared = (SELECT shared FROM journal_to_search WHERE id = old.entry)
        WHERE turn = (SELECT -place FROM journal_entry WHERE id = old.entry AND removed_at IS NULL);
END;

CREATE TRIGGER journal_draft_added AFTER INSERT ON journal_draft BEGIN
    UPDATE journal_searched SET worded = (SELECT worded FROM journal_to_search WHERE id = new.entry)
        WHERE turn = (SELECT -place FROM journal_entry WHERE id = new.entry AND removed_at IS NULL);
END;

CREATE TRIGGER journal_draft_changed AFTER UPDATE OF words ON journal_draft
WHEN (new.words = '') <> (old.words = '') BEGIN
    UPDATE journal_searched SET worded = (SELECT worded FROM journal_to_search WHERE id = new.entry)
        WHERE turn = (SELECT -place FROM journal_entry WHERE id = new.entry AND removed_at IS NULL);
END;

CREATE TRIGGER journal_draft_deleted AFTER DELETE ON journal_draft BEGIN
    UPDATE journal_searched SET worded = (SELECT worded FROM journal_to_search WHERE id = old.entry)
        WHERE turn = (SELECT -place FROM journal_entry WHERE id = old.entry AND removed_at IS NULL);
END;
