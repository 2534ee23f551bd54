-- Schema 13: for which kind of visit a time is kept. Why stands in NOTES.md.

ALTER TABLE hold ADD COLUMN kind TEXT;
