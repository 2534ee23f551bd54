//! Articles read as they were written, and any word of one leads to it.

use super::*;
use crate::care::protocol::Article;
use chrono::NaiveDate;

/// As the app folds, for the few letters used here.
fn fold(word: &str) -> String {
    word.to_lowercase().replace(['á', 'à'], "a").replace('é', "e").replace('\u{301}', "")
}

fn protocol() -> Protocol {
    let bundled: serde_json::Value =
        serde_json::from_str(include_str!("../../../assets/practice/sample.json")).unwrap();
    serde_json::from_str(&bundled["protocol"].to_string()).unwrap()
}

fn ids(query: &str) -> Vec<String> {
    find(&protocol().pages(), query, fold).into_iter().map(|found| found.id).collect()
}

fn shown(pieces: &[Piece]) -> String {
    pieces
        .iter()
        .map(|piece| if piece.hit { format!("<{}>", piece.text) } else { piece.text.clone() })
        .collect()
}

fn article(id: &str) -> Article {
    serde_json::from_value(serde_json::json!({"id": id, "facts": []})).unwrap()
}

#[test]
fn each_article_of_the_starting_protocol_says_all_it_should() {
    let pages = protocol().pages();
    assert_eq!(pages.len(), 13);
    for page in &pages {
        let whole = page.lead.is_some() && !page.facts.is_empty() && !page.unknown.is_empty();
        assert!(whole && !page.risks.is_empty() && !page.ask.is_empty(), "{}", page.id);
        assert_eq!(page.reviewed, None, "{}: nobody reviewed it", page.id);
        assert!(page.texts().all(|text| !text.contains("[S")), "{}", page.id);
        let numbers: Vec<_> = page.sources.iter().map(|source| source.number).collect();
        assert_eq!(numbers, (1..=page.sources.len()).collect::<Vec<_>>());
    }
    let helps = pages.iter().find(|page| page.id == "does-it-help-anxiety").unwrap();
    assert!(helps.studies.iter().all(|study| !study.sources.is_empty()));
    assert!(helps.texts().any(|text| text.contains("off-label")));
}

#[test]
fn a_mark_becomes_a_number_and_the_same_source_keeps_its_own() {
    let mut protocol = protocol();
    let lines = ["One [S1].", "Two [S2][S1]", "Three [S999]"].map(str::to_owned).to_vec();
    protocol.learn = vec![Article { facts: lines, ..article("a") }];
    let page = protocol.page("a").unwrap();
    let said: Vec<_> = page.facts.iter().map(|line| (line.text.as_str(), line.sources.as_slice())).collect();
    assert_eq!(said, [("One.", &[1][..]), ("Two", &[1, 2]), ("Three", &[])]);
    assert_eq!(page.sources.iter().map(|source| source.mark.as_str()).collect::<Vec<_>>(), ["S1", "S2"]);
    assert!(protocol.page("b").is_none());
}

#[test]
fn an_article_without_a_title_is_called_by_its_id_and_half_a_review_is_none() {
    let bare = article("going_home-again");
    assert_eq!(bare.title(), "Going home again");
    assert_eq!(Article { title: Some("  ".into()), ..bare.clone() }.title(), "Going home again");
    let half = Article { reviewed_by: Some("Dr. Example".into()), ..bare };
    assert_eq!(half.reviewed(), None);
    let day = NaiveDate::from_ymd_opt(2026, 1, 2);
    let whole = Article { reviewed_on: day, ..half };
    assert_eq!(whole.reviewed(), Some(("Dr. Example", day.unwrap())));
}

#[test]
fn the_words_of_a_frightened_reader_lead_somewhere() {
    for (query, wanted) in [
        ("scared", "what-it-may-feel-like"),
        ("panic", "what-it-may-feel-like"),
        ("bladder", "risks"),
        ("PEE", "risks"),
        ("nmda", "how-it-may-work"),
        ("bdnf", "how-it-may-work"),
        ("drive home", "going-home"),
        ("delete", "privacy"),
        ("911", "when-to-get-help"),
        ("gad-7", "your-numbers"),
        ("vr", "centering-and-vr"),
        ("does it help", "does-it-help-anxiety"),
    ] {
        assert!(ids(query).iter().take(2).any(|id| id == wanted), "{query}: {:?}", ids(query));
    }
    assert!(ids("zeppelin").is_empty());
    assert!(ids("bladder zeppelin").is_empty(), "every word must be there");
    assert_eq!(ids("  … ?"), ids(""), "no words, no wish");
    assert_eq!(ids("").len(), 13);
}

#[test]
fn titles_come_before_text_and_the_clinics_order_before_chance() {
    let mut protocol = protocol();
    let told = |id: &str, title: &str, fact: &str| Article {
        title: Some(title.into()),
        facts: vec![fact.into()],
        ..article(id)
    };
    protocol.learn = vec![
        told("text", "Other", "The music plays. More music."),
        told("once", "Other", "Some music."),
        told("title", "Music and you", "Nothing."),
        told("also", "Other", "Some music."),
    ];
    let found = find(&protocol.pages(), "musi", fold);
    let order: Vec<_> = found.iter().map(|found| found.id.as_str()).collect();
    assert_eq!(order, ["title", "text", "once", "also"]);
}

#[test]
fn accents_and_capitals_make_no_difference_and_hits_are_whole_words() {
    let mut protocol = protocol();
    let fact = "Ansiedad e<b>i</b> mal sabor; el CAFE\u{301} está caliente.".to_owned();
    protocol.learn = vec![Article { title: Some("Café".into()), facts: vec![fact], ..article("c") }];
    let found = find(&protocol.pages(), "cáf esta", fold);
    assert_eq!(shown(&found[0].title), "<Café>");
    assert_eq!(shown(&found[0].snippet), "Ansiedad e<b>i</b> mal sabor; el <CAFE\u{301} está> caliente.");
}

#[test]
fn a_snippet_is_short_shows_the_hit_and_invents_nothing() {
    let mut protocol = protocol();
    let fact: Vec<String> = (0..90).map(|at| format!("word{at}")).collect();
    protocol.learn = vec![Article { facts: vec![fact.join(" ")], ..article("long") }];
    let found = find(&protocol.pages(), "word50", fold);
    let said = shown(&found[0].snippet);
    assert!(said.starts_with("… word") && said.ends_with('…') && said.contains("<word50>"), "{said}");
    assert!(said.split_whitespace().count() <= 26, "{said}");
    for found in find(&self::protocol().pages(), "the", fold) {
        let page = self::protocol().page(&found.id).unwrap();
        let text: String = found.snippet.iter().map(|piece| piece.text.as_str()).collect();
        let bare = text.trim_start_matches("… ").trim_end_matches('…');
        assert!(page.texts().any(|whole| whole.contains(bare)), "{}: {bare}", found.id);
    }
}

#[test]
fn the_clinic_is_told_what_makes_an_article_one_sided_or_unsourced() {
    use crate::care::{Level, protocol::Problem};
    let found = |article: Article| -> Vec<(String, Problem)> {
        let protocol = Protocol { learn: vec![article], ..protocol() };
        let all = protocol.findings().into_iter().map(|one| (one.path, one.problem));
        all.filter(|(path, _)| path.starts_with("learn")).collect()
    };
    let lines = |text: &str| vec![text.to_owned()];
    let whole = Article {
        facts: lines("It may help."),
        studies: lines("12 people felt better. [S26]"),
        unknown: lines("For how long."),
        risks: lines("It may not help."),
        ..article("new")
    };
    assert_eq!(found(whole.clone()), []);
    let no_risks = found(Article { risks: vec![], ..whole.clone() });
    assert_eq!(no_risks, [("learn[0].studies".into(), Problem::OneSided)]);
    assert_eq!(Problem::OneSided.level(), Level::Warning);
    let no_source = found(Article { studies: lines("12 people felt better."), ..whole.clone() });
    assert_eq!(no_source, [("learn[0].studies[0]".into(), Problem::NoSource)]);
    let half = found(Article { reviewed_by: Some("Dr. Example".into()), ..whole.clone() });
    assert_eq!(half, [("learn[0]".into(), Problem::HalfReviewed)]);
    let blank = found(Article { ask: lines(" "), ..whole });
    assert_eq!(blank, [("learn[0].ask[0]".into(), Problem::NoWords)]);
}
