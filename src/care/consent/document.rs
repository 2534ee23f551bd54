//! One paper as it is shown, and the one plain text it comes to: that text is what is signed, byte for byte.

use crate::care::{
    Id,
    protocol::{ConsentText, Protocol, marks, without_marks},
};
use chrono::NaiveDate;

/// Stands before a line, and before what is confirmed.
const POINT: &str = "- ";
const CONFIRMED: &str = "[x] ";
/// Stands before the clinic's name for the text.
const VERSION: &str = "Version: ";

/// A paper, ready to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    pub id: Id,
    /// The clinic's name for these very words.
    pub version: String,
    pub title: String,
    pub lead: Option<String>,
    pub parts: Vec<Part>,
    /// What is confirmed one by one before signing.
    pub statements: Vec<String>,
    /// Who reviewed it, and on which day.
    pub reviewed: Option<(String, NaiveDate)>,
    /// The protocol it stands in, and which version of that.
    pub protocol: Id,
    pub protocol_version: u32,
}

/// Some lines under a heading of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    pub head: Option<String>,
    pub lines: Vec<String>,
}

impl Protocol {
    /// The paper of this name, as patients read it.
    #[must_use]
    pub fn consent(&self, id: &Id) -> Option<Document> {
        self.consents.iter().find(|text| text.id == *id).map(|text| Document::of(text, self))
    }
}

impl Document {
    fn of(text: &ConsentText, protocol: &Protocol) -> Self {
        let all = |lines: &[String]| lines.iter().map(|line| said(line)).collect();
        let some = |words: Option<&String>| words.map(|words| said(words)).filter(|words| !words.is_empty());
        let parts =
            text.parts.iter().map(|part| Part { head: some(part.head.as_ref()), lines: all(&part.lines) });
        Self {
            id: text.id.clone(),
            version: said(&text.version),
            title: said(&text.title),
            lead: some(text.lead.as_ref()),
            parts: parts.collect(),
            statements: all(&text.statements),
            reviewed: text.reviewed().map(|(by, on)| (by.to_owned(), on)),
            protocol: protocol.template.id.clone(),
            protocol_version: protocol.template.version,
        }
    }

    /// The whole paper as one text: the title with its version, the lead, each part, and what is confirmed. Equal papers
    /// have equal texts, and the app adds no word to the clinic's but "Version".
    #[must_use]
    pub fn text(&self) -> String {
        let mut blocks = vec![format!("{}\n{VERSION}{}", self.title, self.version)];
        blocks.extend(self.lead.clone());
        for Part { head, lines } in &self.parts {
            let lines = lines.iter().map(|line| format!("{POINT}{line}"));
            blocks.push(head.iter().cloned().chain(lines).collect::<Vec<_>>().join("\n"));
        }
        let confirmed = self.statements.iter().map(|statement| format!("{CONFIRMED}{statement}"));
        blocks.push(confirmed.collect::<Vec<_>>().join("\n"));
        blocks.retain(|block| !block.is_empty());
        blocks.join("\n\n") + "\n"
    }
}

/// The clinic's words on one line, without the marks of their sources.
fn said(words: &str) -> String {
    let marked = marks(words).next().is_some();
    if marked { without_marks(words) } else { words.split_whitespace().collect::<Vec<_>>().join(" ") }
}

/// The title and the version a text that was signed begins with; `None` for one that [`Document::text`] did not make.
#[must_use]
pub fn heading(text: &str) -> Option<(&str, &str)> {
    let (title, rest) = text.split_once('\n')?;
    let (version, _) = rest.strip_prefix(VERSION)?.split_once('\n')?;
    Some((title, version))
}

/// One line of a signed text, as it stands there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line<'a> {
    /// Between two blocks.
    Gap,
    /// A title, a heading, a sentence by itself.
    Plain(&'a str),
    /// One of several under a heading.
    Point(&'a str),
    /// What was confirmed.
    Confirmed(&'a str),
}

impl<'a> Line<'a> {
    /// The line as it stands in the text.
    #[must_use]
    pub const fn words(self) -> &'a str {
        match self {
            Self::Gap => "",
            Self::Plain(words) | Self::Point(words) | Self::Confirmed(words) => words,
        }
    }
}

/// The lines of a text that was signed. Together, each with the end of a line behind it, they are that text.
pub fn lines(text: &str) -> impl Iterator<Item = Line<'_>> {
    let text = text.strip_suffix('\n').unwrap_or(text);
    text.split('\n').map(|line| match line {
        "" => Line::Gap,
        line if line.starts_with(POINT) => Line::Point(line),
        line if line.starts_with(CONFIRMED) => Line::Confirmed(line),
        line => Line::Plain(line),
    })
}
