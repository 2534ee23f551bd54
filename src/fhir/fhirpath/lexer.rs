//! Cuts an expression into its words and signs.

use std::{collections::HashSet, iter::Peekable, str::CharIndices};

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// A bare name, which may be a word of the language.
    Name(String),
    /// A name between backticks, which never is.
    Quoted(String),
    Text(String),
    Number(String),
    /// What follows an `@`.
    Moment(String),
    /// `%name`
    Variable(String),
    /// `$this` and its like, without the sign.
    Dollar(String),
    Sign(&'static str),
}

/// Two-letter signs before those they begin with.
const SIGNS: [&str; 22] = [
    "<=", ">=", "!=", "!~", "<", ">", "=", "~", "+", "-", "*", "/", "&", "|", "(", ")", "[", "]", "{", "}",
    ".", ",",
];

type Letters<'a> = Peekable<CharIndices<'a>>;

/// Cuts `text`; `names` are the variables there may be, which says where a name with hyphens ends.
pub(super) fn cut(text: &str, names: &HashSet<String>) -> Result<Vec<Token>, String> {
    let mut tokens = Vec::new();
    let mut letters = text.char_indices().peekable();
    while let Some((at, c)) = letters.peek().copied() {
        let rest = text.get(at..).unwrap_or_default();
        if c.is_whitespace() {
            letters.next();
        } else if rest.starts_with("//") {
            skip_past(&mut letters, rest.find('\n').unwrap_or(rest.len()));
        } else if rest.starts_with("/*") {
            let end = rest.find("*/").ok_or("a comment without an end")?;
            skip_past(&mut letters, end + 2);
        } else {
            tokens.push(token(c, rest, &mut letters, names)?);
        }
    }
    Ok(tokens)
}

/// Skips so many bytes.
fn skip_past(letters: &mut Letters<'_>, bytes: usize) {
    let Some((start, _)) = letters.peek().copied() else { return };
    while letters.next_if(|(at, _)| *at < start + bytes).is_some() {}
}

fn token(c: char, rest: &str, letters: &mut Letters<'_>, names: &HashSet<String>) -> Result<Token, String> {
    let mut take = |length: usize| skip_past(letters, length);
    match c {
        '\'' | '"' => quoted(letters).map(Token::Text),
        '`' => quoted(letters).map(Token::Quoted),
        '%' => {
            letters.next();
            variable(rest.get(1..).unwrap_or_default(), letters, names).map(Token::Variable)
        }
        '$' => {
            let name = word(rest.get(1..).unwrap_or_default());
            take(name.len() + 1);
            Ok(Token::Dollar(name.to_owned()))
        }
        '@' => {
            let moment = rest.get(1..).unwrap_or_default();
            let moment =
                leading(moment, |c| c.is_ascii_digit() || matches!(c, '-' | '+' | ':' | 'T' | 'Z' | '.'));
            // A point at the end calls a function on it.
            let moment = moment.trim_end_matches('.');
            take(moment.len() + 1);
            Ok(Token::Moment(moment.to_owned()))
        }
        _ if c.is_ascii_digit() => {
            let number = number(rest);
            take(number.len());
            Ok(Token::Number(number.to_owned()))
        }
        _ if c.is_ascii_alphabetic() || c == '_' => {
            let name = word(rest);
            take(name.len());
            Ok(Token::Name(name.to_owned()))
        }
        _ => {
            let sign = SIGNS.into_iter().find(|sign| rest.starts_with(sign));
            let sign = sign.ok_or_else(|| format!("the sign {c}"))?;
            take(sign.len());
            Ok(Token::Sign(sign))
        }
    }
}

fn leading(text: &str, belongs: impl Fn(char) -> bool) -> &str {
    let end = text.find(|c| !belongs(c)).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

fn word(text: &str) -> &str {
    leading(text, |c| c.is_ascii_alphanumeric() || c == '_')
}

fn number(text: &str) -> &str {
    let whole = leading(text, |c| c.is_ascii_digit());
    let fraction = text.get(whole.len()..).and_then(|rest| rest.strip_prefix('.'));
    let fraction = fraction.map_or("", |rest| leading(rest, |c| c.is_ascii_digit()));
    let length = if fraction.is_empty() { whole.len() } else { whole.len() + 1 + fraction.len() };
    text.get(..length).unwrap_or(whole)
}

/// The name of a variable: quoted, or as far as a known name with hyphens goes, or up to the first hyphen. Those that
/// FHIR itself makes with a hyphen (`%vs-…`, `%ext-…`) go as far as they can.
fn variable(text: &str, letters: &mut Letters<'_>, names: &HashSet<String>) -> Result<String, String> {
    if text.starts_with(['`', '\'', '"']) {
        return quoted(letters);
    }
    let longest =
        leading(text, |c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-')).trim_end_matches('-');
    let made = longest.starts_with("vs-") || longest.starts_with("ext-");
    let mut name = longest;
    while !made && !names.contains(name) && name.contains('-') {
        name = name.rsplit_once('-').map_or("", |(shorter, _)| shorter);
    }
    if name.is_empty() {
        return Err("a % without a name".to_owned());
    }
    skip_past(letters, name.len());
    Ok(name.to_owned())
}

/// What stands between two of the sign that comes next, with its escapes undone.
fn quoted(letters: &mut Letters<'_>) -> Result<String, String> {
    let Some((_, end)) = letters.next() else { return Err("nothing to quote".to_owned()) };
    let mut text = String::new();
    while let Some((_, c)) = letters.next() {
        match c {
            _ if c == end => return Ok(text),
            '\\' => text.push(escaped(letters)?),
            _ => text.push(c),
        }
    }
    Err(format!("a {end} without its like"))
}

fn escaped(letters: &mut Letters<'_>) -> Result<char, String> {
    let c = letters.next().map(|(_, c)| c);
    Ok(match c {
        Some('n') => '\n',
        Some('r') => '\r',
        Some('t') => '\t',
        Some('f') => '\u{c}',
        Some('u') => {
            let code: String = letters.by_ref().take(4).map(|(_, c)| c).collect();
            let code = u32::from_str_radix(&code, 16).ok().and_then(char::from_u32);
            code.ok_or("a character code that is none")?
        }
        Some(c) if matches!(c, '\'' | '"' | '`' | '\\' | '/') => c,
        _ => return Err("an escape that is none".to_owned()),
    })
}
