//! Which tables an archive holds. A table stands in one of these lists, or a test fails.

/// Every table whose rows go into an archive and come back equal, in the order in which they stand there; what waited or was
/// being written for the clinic is marked as come back. The rows of `piece_chunk` stand as whole pieces.
pub const TABLES: &[&str] = &[
    "setting",
    "check_in",
    "check_in_earlier",
    "own_feeling",
    "side_effect",
    "side_effect_earlier",
    "filled_form",
    "score",
    "urgent_answer",
    "skipped",
    "tick",
    "own_item",
    "acknowledgement",
    "intention",
    "question",
    "driver",
    "readiness",
    "settled",
    "snooze",
    "journal_entry",
    "capture",
    "journal_draft",
    "journal_earlier",
    "insight",
    "step",
    "step_review",
    "practised",
    "for_session",
    "share",
    "share_piece",
    "consent",
    "piece",
    "stroke",
    "wish",
    "hold",
    "cancellation",
    "cancel_reason",
    "message",
    "message_draft",
    "message_seen",
    "mirror",
    "pull",
    "notice",
    "outbox",
];

/// Tables that are in no archive as rows, each with the reason.
pub const WITHOUT: &[(&str, &str)] = &[
    ("owner", "stands in the head of the archive, and is checked before anything else is read"),
    ("piece_chunk", "stands as the bytes of whole pieces, with the list of their chunks"),
    ("journal_search", "the search index, made anew from the entries"),
    ("journal_searched", "what is searched of each page, made anew from the pages and what hangs on them"),
    ("journal_search_data", "part of the search index"),
    ("journal_search_idx", "part of the search index"),
    ("journal_search_docsize", "part of the search index"),
    ("journal_search_config", "part of the search index"),
    ("schedule", "free times of the clinic's, asked for anew when somebody looks for one"),
    ("slot", "free times of the clinic's, asked for anew when somebody looks for one"),
    ("slot_walk", "when free times were asked for; in a new store they never were"),
    ("sqlite_sequence", "how far places were counted; nothing that was taken back is known in a new store"),
];

/// Columns that are in no archive, each with the reason. They come back empty.
pub const LEFT_OUT: &[(&str, &str, &str)] =
    &[("pull", "cursor", "a page of the clinic's server, for this sign-in alone; the new one begins again")];
