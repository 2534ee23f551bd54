//! Check-ins in full and side effects come back as they were saved, with every earlier form, and go without a trace.

use crate::given::{at, beneath, check_in, id, open, store};
use cairn::care::{CheckIn, Earlier, Feeling, Listed, LoggedEffect, Private, Score, Severity, Sleep};
use proptest::prelude::*;

/// Whole in every part.
pub(crate) fn full(name: &str) -> CheckIn {
    let feelings = vec![Feeling::Own(Private::new("own: lluvia")), Feeling::Listed(Listed::Calm)];
    CheckIn { feelings, sleep: Sleep::new(445).ok(), changed: Some(at(60)), ..check_in(name, 0) }
}

pub(crate) fn effect(name: &str, seconds: i64) -> LoggedEffect {
    LoggedEffect {
        id: id(name),
        effect: "urinary".into(),
        part: Some("blood".into()),
        severity: Some(Severity::Mild),
        began: at(seconds),
        zone: chrono_tz::America::Sao_Paulo,
        ended: None,
        note: Some(Private::new("a little")),
        changed: at(seconds),
    }
}

#[test]
fn every_part_comes_back() {
    let given = store();
    let reading =
        LoggedEffect { severity: None, part: None, note: None, ended: Some(at(5)), ..effect("reading", 5) };
    given
        .store
        .write(|tx| {
            tx.save_check_in(&full("a"))?;
            tx.save_side_effect(&effect("there", 3))?;
            tx.save_side_effect(&reading)
        })
        .unwrap();
    let path = given.path();
    let _folder = given.close();
    open(&path)
        .unwrap()
        .read(|r| {
            assert_eq!(r.check_in(&id("a"))?, Some(full("a")));
            assert_eq!(r.side_effect(&id("there"))?, Some(effect("there", 3)));
            assert_eq!(r.side_effects_still_there()?, [effect("there", 3)]);
            assert_eq!(r.side_effects_over(9)?, std::slice::from_ref(&reading));
            assert_eq!(r.side_effects_over(0)?, []);
            Ok(())
        })
        .unwrap();
}

#[test]
fn words_of_ones_own_are_kept_once_in_their_order() {
    let given = store();
    let word = Private::new;
    given
        .store
        .write(|tx| {
            tx.add_own_feeling(&word("later"), at(2))?;
            tx.add_own_feeling(&word("first"), at(1))?;
            tx.add_own_feeling(&word("first"), at(3))
        })
        .unwrap();
    assert_eq!(given.store.read(|r| r.own_feelings()).unwrap(), [word("first"), word("later")]);
    assert!(given.store.write(|tx| tx.remove_own_feeling(&word("first"))).unwrap());
    assert!(!given.store.write(|tx| tx.remove_own_feeling(&word("first"))).unwrap());
    assert_eq!(given.store.read(|r| r.own_feelings()).unwrap(), [word("later")]);
}

#[test]
fn a_removed_record_takes_its_earlier_forms_along_and_no_other() {
    let given = store();
    let was = |form: CheckIn| Earlier { form, until: at(9) };
    let had = |form: LoggedEffect| Earlier { form, until: at(9) };
    given
        .store
        .write(|tx| {
            for name in ["a", "b"] {
                tx.save_check_in(&full(name))?;
                tx.keep_earlier_check_in(&was(check_in(name, 0)))?;
                tx.save_side_effect(&effect(name, 0))?;
                tx.keep_earlier_side_effect(&had(effect(name, 0)))?;
            }
            assert!(tx.remove_check_in(&id("a"))?);
            assert!(tx.remove_side_effect(&id("a"))?);
            assert!(!tx.remove_side_effect(&id("a"))?);
            Ok(())
        })
        .unwrap();
    for table in ["check_in_earlier", "side_effect_earlier"] {
        let left: i64 = beneath(&given.path())
            .query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))
            .unwrap();
        assert_eq!(left, 1, "{table}");
    }
    given
        .store
        .read(|r| {
            assert_eq!(r.earlier_check_ins(&id("a"))?, []);
            assert_eq!(r.earlier_check_ins(&id("b"))?, [was(check_in("b", 0))]);
            assert_eq!(r.earlier_side_effects(&id("b"))?, [had(effect("b", 0))]);
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_column_nobody_wrote_is_damage_and_not_a_guess() {
    let given = store();
    given.store.write(|tx| tx.save_check_in(&full("a"))).unwrap();
    for feelings in ["'[\"serene\"]'", "'calm'", "'[1]'"] {
        beneath(&given.path()).execute_batch(&format!("UPDATE check_in SET feelings = {feelings}")).unwrap();
        assert!(given.store.read(|r| r.check_in(&id("a"))).is_err(), "{feelings}");
    }
}

fn any_form() -> impl Strategy<Value = CheckIn> {
    let feeling = prop_oneof![
        proptest::sample::select(Listed::ALL.as_slice()).prop_map(Feeling::Listed),
        ".{0,12}".prop_map(|words| Feeling::Own(Private::new(words))),
    ];
    (
        -4_000_000_000_000_i64..4_000_000_000_000,
        (0..=Score::MAX, 0..=Score::MAX),
        proptest::collection::vec(feeling, 0..4),
        proptest::option::of(0..=Sleep::MAX),
        proptest::option::of(".{0,20}".prop_map(Private::new)),
    )
        .prop_map(|(millis, (mood, anxiety), feelings, sleep, words)| CheckIn {
            id: id("a"),
            at: chrono::DateTime::from_timestamp_millis(millis).unwrap(),
            zone: chrono_tz::America::Sao_Paulo,
            mood: Score::new(mood).unwrap(),
            anxiety: Score::new(anxiety).unwrap(),
            feelings,
            sleep: sleep.map(|minutes| Sleep::new(minutes).unwrap()),
            words,
            changed: None,
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn however_often_it_is_changed_every_form_is_kept_in_its_order(
        forms in proptest::collection::vec(any_form(), 1..8),
    ) {
        let given = store();
        for (place, form) in (0_i64..).zip(&forms) {
            given.store.write(|tx| {
                if let Some(before) = tx.check_in(&form.id)? {
                    tx.keep_earlier_check_in(&Earlier { form: before, until: at(place) })?;
                }
                tx.save_check_in(form)
            }).unwrap();
        }
        let (now, earlier) =
            given.store.read(|r| Ok((r.check_in(&id("a"))?, r.earlier_check_ins(&id("a"))?))).unwrap();
        let (last, before) = forms.split_last().unwrap();
        prop_assert_eq!(now.as_ref(), Some(last));
        let kept: Vec<_> = earlier.into_iter().map(|one| (one.form, one.until)).collect();
        let expected: Vec<_> = (1_i64..).zip(before).map(|(place, form)| (form.clone(), at(place))).collect();
        prop_assert_eq!(kept, expected);
    }
}
