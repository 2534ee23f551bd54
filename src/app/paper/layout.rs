//! Breaks words into lines no wider than they may be.

use super::face::{Face, Run, Types};

/// The lines of `text` at `size` points within `width` points. Line ends in it stay; a word that is wider than a line is
/// broken where it must be.
pub(super) fn lines(types: &Types, face: Face, size: f32, width: f32, text: &str) -> Vec<Run> {
    let typeface = types.of(face);
    let most = width / size;
    let mut all = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::new();
        for word in paragraph.split(' ') {
            let tried = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
            if typeface.run(&tried).width <= most {
                line = tried;
                continue;
            }
            if !line.is_empty() {
                all.push(typeface.run(&line));
                line.clear();
            }
            for sign in word.chars() {
                line.push(sign);
                if typeface.run(&line).width > most && line.chars().count() > 1 {
                    line.pop();
                    all.push(typeface.run(&line));
                    line = sign.to_string();
                }
            }
        }
        all.push(typeface.run(&line));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(text: &str, width: f32) -> Vec<String> {
        let types = Types::load().unwrap();
        lines(&types, Face::Plain, 10.0, width, text).into_iter().map(|run| run.text).collect()
    }

    #[test]
    fn no_line_is_wider_than_it_may_be_and_no_letter_is_lost() {
        let types = Types::load().unwrap();
        let text = "Caminé junto al río, despacio, y pensé: Donaudampfschifffahrtsgesellschaftskapitän.";
        for width in [30.0, 60.0, 120.0, 400.0] {
            let all = lines(&types, Face::Book, 11.0, width, text);
            assert!(all.iter().all(|line| line.width * 11.0 <= width || line.text.chars().count() == 1));
            let letters = |text: &str| text.chars().filter(|sign| *sign != ' ').collect::<String>();
            let joined: String = all.iter().map(|line| line.text.as_str()).collect();
            assert_eq!(letters(&joined), letters(text));
        }
    }

    #[test]
    fn line_ends_of_the_patient_stay() {
        assert_eq!(broken("one\n\ntwo", 400.0), ["one", "", "two"]);
    }
}
