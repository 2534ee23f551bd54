//! Every single unmet answer leads to the clinic, whatever the others are.

use super::*;

/// All ways to answer: each question with yes, no or not at all.
fn all_ways() -> Vec<Vec<(Question, bool)>> {
    let mut ways = vec![vec![]];
    for question in Question::ALL {
        let longer = ways.iter().flat_map(|way: &Vec<_>| {
            [None, Some(false), Some(true)].map(|answer| {
                let mut way = way.clone();
                way.extend(answer.map(|yes| (question, yes)));
                way
            })
        });
        ways = longer.collect();
    }
    ways
}

#[test]
fn one_unmet_answer_among_any_others_is_told_to_the_clinic() {
    let ways = all_ways();
    assert_eq!(ways.len(), 3_usize.pow(5));
    for way in ways {
        let unmet: Vec<_> = way
            .iter()
            .filter(|(question, yes)| question.is_unmet_by(*yes))
            .map(|(question, _)| *question)
            .collect();
        let expected = match (unmet.is_empty(), Question::ALL.len() - way.len()) {
            (false, _) => Readiness::Call(unmet),
            (true, 0) => Readiness::Kept,
            (true, open) => Readiness::Open(open),
        };
        assert_eq!(readiness(&way), expected, "{way:?}");
    }
}

#[test]
fn which_answer_is_hoped_for() {
    let hoped = [false, false, true, false, false];
    for (question, hoped) in Question::ALL.into_iter().zip(hoped) {
        assert!(!question.is_unmet_by(hoped) && question.is_unmet_by(!hoped), "{question:?}");
    }
}

#[test]
fn a_corrected_answer_counts() {
    let corrected = [(Question::Ate, true), (Question::Ate, false)];
    assert_eq!(readiness(&corrected), Readiness::Open(4));
    assert_eq!(
        readiness(&[(Question::Ate, false), (Question::Ate, true)]),
        Readiness::Call(vec![Question::Ate])
    );
}

#[test]
fn names_lead_back() {
    for question in Question::ALL {
        assert_eq!(Question::of_name(question.name()), Some(question));
    }
    assert_eq!(Question::of_name("dance"), None);
}
