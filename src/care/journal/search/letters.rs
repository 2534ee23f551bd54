//! What a letter is to a search, and the letters that an index of words cannot part, written so that it can.

/// A token that each page has, so that all pages can be asked for.
pub const EVERY: char = '\u{f0001}';
/// A token between letters that do not stand side by side.
const APART: char = '\u{f0000}';
/// Where the tokens of letters begin: signs for private use, which the index (`unicode61` of `SQLite`) takes for letters
/// and folds to no other.
const TOKENS: u32 = 0xf_0000;
/// The last token there is; the two after it are no characters.
const LAST: u32 = 0xfffd;
/// The first token that names a plane of Unicode; control characters have those numbers, and are in no word.
const PLANES: u32 = 0x10;

/// What a letter is to a search.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// Of a word the index knows, or an apostrophe within one.
    Known,
    /// Of a script the index cannot part into words.
    Foreign,
    /// An emoji or another sign that is no letter.
    Sign,
    Quote,
    Gap,
}

/// Known are letters of the scripts of which it is certain that the index (`unicode61` of `SQLite`) has them in words as
/// people part them. Whatever is not certain is looked for as it is, which is slower and as true.
pub(super) fn class(letter: char) -> Class {
    match letter {
        '"' | '“' | '”' | '„' | '‟' | '«' | '»' => Class::Quote,
        '\'' | '’' | '\u{300}'..='\u{331}' => Class::Known,
        // Holds an emoji of several parts together.
        '\u{200d}' => Class::Sign,
        // A minus as people write it who have one.
        '\u{2212}' => Class::Gap,
        _ if letter.is_whitespace() || letter.is_control() || letter.is_ascii_punctuation() => Class::Gap,
        '\u{a1}'..='\u{a9}'
        | '\u{ab}'..='\u{b1}'
        | '\u{b4}'
        | '\u{b6}'..='\u{b8}'
        | '\u{bf}'
        // Dashes, quotes, dots and what says which way to write.
        | '\u{2000}'..='\u{206f}'
        // Punctuation of East Asia, of Hebrew, of Arabic.
        | '\u{3000}'..='\u{3003}'
        | '\u{3008}'..='\u{3020}'
        | '\u{30fb}'
        | '\u{ff01}'..='\u{ff0f}'
        | '\u{ff1a}'..='\u{ff20}'
        | '\u{5be}'
        | '\u{60c}'
        | '\u{61b}'
        | '\u{61f}'
        | '\u{6d4}'
        | '\u{feff}' => Class::Gap,
        _ if is_known(letter) => Class::Known,
        // A letter, a mark on one, or a sign for private use, which the index takes for a letter.
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'.. => Class::Foreign,
        _ if letter.is_alphanumeric() => Class::Foreign,
        _ => Class::Sign,
    }
}

/// Letters and digits of Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic and Korean.
pub(super) const fn is_known(letter: char) -> bool {
    matches!(letter,
        '0'..='9' | 'A'..='Z' | 'a'..='z'
        | '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{24f}'
        | '\u{386}' | '\u{388}'..='\u{38a}' | '\u{38c}' | '\u{38e}'..='\u{3a1}' | '\u{3a3}'..='\u{3ff}'
        | '\u{400}'..='\u{481}' | '\u{48a}'..='\u{523}'
        | '\u{531}'..='\u{556}' | '\u{561}'..='\u{587}'
        | '\u{5d0}'..='\u{5ea}'
        | '\u{621}'..='\u{63a}' | '\u{641}'..='\u{64a}' | '\u{660}'..='\u{669}' | '\u{671}'..='\u{6d3}'
        | '\u{6f0}'..='\u{6f9}'
        | '\u{1e00}'..='\u{1eff}'
        | '\u{ac00}'..='\u{d7a3}')
}

/// True if the index of words cannot part it from its neighbours, or knows nothing of it.
pub(super) fn is_sign(letter: char) -> bool {
    matches!(class(letter), Class::Foreign | Class::Sign)
}

/// The letters of `text` that the index of words cannot find by themselves, each as a token of its own: emoji, and
/// scripts that write words without gaps. Letters that do not stand side by side have a token between them, and before
/// them all stands [`EVERY`], so none of it is empty.
///
/// What this gives for a text is written into stores: it stays as it is.
#[must_use]
pub fn signs(text: &str) -> String {
    let mut tokens = String::from(EVERY);
    let mut side_by_side = false;
    for letter in text.chars() {
        if is_sign(letter) {
            if !side_by_side {
                tokens.extend([' ', APART]);
            }
            push(letter, &mut tokens);
            side_by_side = true;
        } else {
            side_by_side = false;
        }
    }
    tokens
}

/// The tokens of letters that stand side by side.
pub(super) fn run(letters: &[char]) -> String {
    let mut tokens = String::new();
    for letter in letters {
        push(*letter, &mut tokens);
    }
    tokens.trim_start().to_owned()
}

fn push(letter: char, tokens: &mut String) {
    let number = u32::from(letter);
    let (plane, low) = (number >> 16, (number & 0xffff).min(LAST));
    tokens.push(' ');
    if plane > 0 {
        tokens.extend(char::from_u32(TOKENS + PLANES + plane));
    }
    tokens.extend(char::from_u32(TOKENS + low));
}
