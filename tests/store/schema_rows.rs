//! What a store of each schema holds before a later version opens it: a row in every table that came with it.

/// A row in every table that came with schema 2 and has no words in the store that this file needs.
pub(crate) const SCHEMA_2: &str = "
    INSERT INTO question (id, words, article, made_at) VALUES ('q', '¿y después?', 'going-home', 1);
    INSERT INTO driver (visit, person, name, phone, confirmation, confirmed_at, confirmed_for, changed_at)
        VALUES ('visit', 'p', 'Nora', '+1 207 555 0100', 'c', 5, 3, 4);
    INSERT INTO readiness (visit, question, answer, at) VALUES ('visit', 'ate', 0, 6);
    INSERT INTO settled (id, words, made_at) VALUES ('s', 'the blue blanket', 7);
    INSERT INTO capture (entry, visit) VALUES ('entry', 'visit');
    INSERT INTO snooze (alarm, at, until) VALUES ('visit.evening-before', 8, 9);";

/// Every table that came with schema 2.
pub(crate) const TABLES_2: [&str; 10] = [
    "tick",
    "own_item",
    "acknowledgement",
    "intention",
    "question",
    "driver",
    "readiness",
    "settled",
    "capture",
    "snooze",
];

/// The same of schema 3.
pub(crate) const SCHEMA_3: &str = "
    INSERT INTO filled_form (id, questionnaire, name, due, started_at, zone, changed_at, answers, finished_at)
        VALUES ('f', '{}', 'phq9', 'w1', 1, 'Europe/Rome', 2, '{}', 3);
    INSERT INTO score (record, form, instrument, total, at) VALUES ('sc', 'f', 'phq9', 7, 3);
    INSERT INTO urgent_answer (record, form, at, value) VALUES ('u', 'f', 2, 1);
    INSERT INTO skipped (due, at) VALUES ('w2', 4);";

/// Every table that came with schema 3.
pub(crate) const TABLES_3: [&str; 8] = [
    "check_in_earlier",
    "own_feeling",
    "side_effect",
    "side_effect_earlier",
    "filled_form",
    "score",
    "urgent_answer",
    "skipped",
];

/// The same of schema 4.
pub(crate) const SCHEMA_4: &str = "
    INSERT INTO journal_draft (entry, changed_at, words) VALUES ('entry', 2, 'un caffè, poi il mare, poi');
    INSERT INTO journal_earlier (entry, until, words) VALUES ('entry', 1, 'un caffè');
    INSERT INTO piece (id, entry, kind, mime, title, made_at, size, whole, drawn_to)
        VALUES ('sea', 'entry', 'drawing', 'image/svg+xml', 'il mare', 3, 11, 1, 1);
    INSERT INTO piece_chunk (piece, place, bytes) VALUES ('sea', 0, x'00ff');
    INSERT INTO stroke (piece, colour, width, points) VALUES ('sea', 'blue', 150, '10,20 30,40');
    INSERT INTO insight (id, entry, words, at) VALUES ('i', 'entry', 'poi il mare', 4);
    INSERT INTO step (id, insight, cue, deed, day, remind_at, made_at)
        VALUES ('step', 'i', 'è mattina', 'cammino', '2026-12-03', 480, 5);
    INSERT INTO step_review (step, at, what, cue, deed) VALUES ('step', 6, 'shrink', 'è mattina', 'corro');
    INSERT INTO practised (id, practice, at, zone, minutes, words) VALUES ('w', 'walk', 7, 'Europe/Rome', 20, 'il vento');
    INSERT INTO for_session (kind, item, at) VALUES ('insight', 'i', 8);
    INSERT INTO share (record, entry, whole, words, recipient, at, zone)
        VALUES ('r', 'entry', 0, 'poi il mare', 'Cedar House', 9, 'Europe/Rome');
    INSERT INTO share_piece (record, piece, mime, title, size, made_at)
        VALUES ('r', 'sea', 'image/svg+xml', 'il mare', 11, 3);";

/// Every table that came with schema 4.
pub(crate) const TABLES_4: [&str; 12] = [
    "journal_draft",
    "journal_earlier",
    "piece",
    "piece_chunk",
    "stroke",
    "insight",
    "step",
    "step_review",
    "practised",
    "for_session",
    "share",
    "share_piece",
];

/// The same of schema 7.
pub(crate) const SCHEMA_7: &str = r#"
    INSERT INTO schedule (id, body) VALUES ('c', '{"resourceType":"Schedule","id":"c"}');
    INSERT INTO slot (id, schedule, start_at, body, seen_at) VALUES ('free', 'c', 20, '{"resourceType":"Slot"}', 1);
    INSERT INTO slot_walk (kind, asked_at, up_to) VALUES ('session', 1, 30);
    INSERT INTO wish (record, kind, start_at, end_at, slots, parties, place, replaces, replaces_start, words, made_at,
            zone, answer, answered_at, answer_words)
        VALUES ('wish', 'session', 20, 25, '["free"]', '[{"clinician":"w"},{"role":"r"}]', 'harbor', 'visit', 30,
            'prima di pranzo', 2, 'Europe/Rome', 'gone', 3, 'Occupato.');
    INSERT INTO cancellation (visit, start_at, reason, made_at, done) VALUES ('visit', 30, 'la macchina', 4, 0);
    UPDATE outbox SET guard = 'version 3' WHERE record = 'refused';"#;

/// Every table that came with schema 7.
pub(crate) const TABLES_7: [&str; 5] = ["schedule", "slot", "slot_walk", "wish", "cancellation"];

/// The same of schema 8.
pub(crate) const SCHEMA_8: &str = "
    INSERT INTO message (id, thread, answers, at, zone, words, recipient, shared)
        VALUES ('m', 'm', 'from-them', 1, 'Europe/Rome', '¿puedo tomarla?', 'Cedar House', 'r');
    INSERT INTO message_draft (id, changed_at, words) VALUES ('d', 2, 'una pregunta más');
    INSERT INTO message_seen (message, at) VALUES ('from-them', 3);";

/// Every table that came with schema 8.
pub(crate) const TABLES_8: [&str; 3] = ["message", "message_draft", "message_seen"];

/// The same of schema 9.
pub(crate) const SCHEMA_9: &str = "
    INSERT INTO consent (record, document, version, title, protocol, protocol_version, words, name, clinic, recipient,
            at, zone, withdrawn_at)
        VALUES ('c', 'treatment', '1', 'Prima', 'p', 2, 'Prima\nVersion: 1\n', 'Nora', 'casa', 'Casa', 1, 'Europe/Rome', 2);";

/// Every table that came with schema 9.
pub(crate) const TABLES_9: [&str; 1] = ["consent"];

/// The same of schema 10.
pub(crate) const SCHEMA_10: &str = r#"
    INSERT INTO hold (record, kind, slots, there, state, until_at, made_at)
        VALUES ('wish', 'preparation', '["free"]', 'kept-there', 'kept', 30, 20);"#;

/// Every table that came with schema 10.
pub(crate) const TABLES_10: [&str; 1] = ["hold"];

/// The same of schema 11.
pub(crate) const SCHEMA_11: &str =
    "INSERT INTO cancel_reason (visit, changed_at, words) VALUES ('visit', 1, 'piove');";

/// Every table that came with schema 11.
pub(crate) const TABLES_11: [&str; 1] = ["cancel_reason"];
