-- Where the words of an insight stood in its page, so that they are shown there, and in the right of two places.

ALTER TABLE insight ADD COLUMN place INTEGER;
ALTER TABLE insight ADD COLUMN before TEXT;
ALTER TABLE insight ADD COLUMN behind TEXT;
