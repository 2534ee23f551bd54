//! Reads a clinic's file: every mistake is named with its line before anything else happens.

mod fill;
mod forms;
mod marks;
mod mistake;
mod strict;
mod words;
mod yaml;

pub(crate) use mistake::Mistake;

use cairn::care::protocol::{Problem, Protocol};
use cairn::care::sample::Sample;
use cairn::care::{Finding, Level};
use cairn::fhir::desk::FormFile;
use std::cmp::Reverse;
use std::path::Path;
use yaml::Tree;

/// A file that may be published.
#[derive(Debug)]
pub(crate) struct Loaded {
    pub(crate) protocol: Protocol,
    /// The protocol's file as written, with what the sample fills in.
    pub(crate) source: String,
    pub(crate) sample: Option<Sample>,
    /// The forms that lie beside it.
    pub(crate) forms: Vec<FormFile>,
    /// What was found and may stay.
    pub(crate) warnings: Vec<Mistake>,
}

/// Everything found in one file.
struct Findings<'a> {
    name: &'a Path,
    found: Vec<Mistake>,
}

impl Findings<'_> {
    fn add<P: ToString>(&mut self, tree: &Tree, findings: Vec<Finding<P>>, level: impl Fn(&P) -> Level) {
        for finding in findings {
            let (line, column) = tree.place(&finding.path);
            let (file, level) = (self.name.to_owned(), level(&finding.problem));
            self.found.push(Mistake { file, line, column, level, message: finding.problem.to_string() });
        }
    }
}

/// Reads `path`, a protocol or a sample.
///
/// # Errors
/// All that was found, when any of it is a mistake.
pub(crate) fn load(path: &Path) -> Result<Loaded, Vec<Mistake>> {
    load_with(path, Measure { problems: Problem::level, unknown_keys: Level::Mistake })
}

/// Reads `path` to look at it only: what would keep the protocol from patients, and what nobody knows in it, is a
/// warning here.
///
/// # Errors
/// All that was found, when the file cannot be understood.
pub(crate) fn load_draft(path: &Path) -> Result<Loaded, Vec<Mistake>> {
    load_with(path, Measure { problems: |_| Level::Warning, unknown_keys: Level::Warning })
}

/// How much each thing that is found counts.
#[derive(Clone, Copy)]
struct Measure {
    problems: fn(&Problem) -> Level,
    unknown_keys: Level,
}

fn load_with(path: &Path, measure: Measure) -> Result<Loaded, Vec<Mistake>> {
    let text = read(path)?;
    let tree = yaml::parse(path, &text).map_err(|mistake| vec![mistake])?;
    let loaded = if tree.has("template") {
        let (protocol, warnings) = protocol(path, &tree, measure)?;
        let forms = forms::read(path, &tree, &protocol)?;
        Loaded { protocol, source: text, sample: None, forms, warnings }
    } else if tree.has("patients") {
        with_sample(path, &tree, measure)?
    } else {
        let sentence = "this is neither a protocol (with `template`) nor a sample (with `patients`)";
        return Err(vec![Mistake::of_file(path, sentence)]);
    };
    Ok(loaded)
}

fn read(path: &Path) -> Result<String, Vec<Mistake>> {
    std::fs::read_to_string(path)
        .map_err(|error| vec![Mistake::of_file(path, &format!("cannot be read: {error}"))])
}

fn protocol(path: &Path, tree: &Tree, measure: Measure) -> Result<(Protocol, Vec<Mistake>), Vec<Mistake>> {
    let mut findings = Findings { name: path, found: Vec::new() };
    let protocol: Option<Protocol> = strict::read(path, tree, measure.unknown_keys, &mut findings.found);
    if let Some(protocol) = &protocol {
        findings.add(tree, protocol.findings(), measure.problems);
    }
    findings.add(tree, marks::unknown(tree), |_| Level::Warning);
    sorted(findings.found, protocol)
}

fn with_sample(path: &Path, tree: &Tree, measure: Measure) -> Result<Loaded, Vec<Mistake>> {
    let mut findings = Findings { name: path, found: Vec::new() };
    let sample: Option<Sample> = strict::read(path, tree, measure.unknown_keys, &mut findings.found);
    let (sample, mut warnings) = sorted(findings.found, sample)?;
    let other = path.with_file_name(&sample.protocol.file);
    let text = read(&other)?;
    let (text, filled) = fill::filled(path, tree, &other, &text, &sample.protocol.fill)?;
    let (protocol, more) = protocol(&other, &filled, measure)?;
    let mut findings = Findings { name: path, found: Vec::new() };
    findings.add(tree, sample.findings(&protocol), |_| Level::Mistake);
    let ((), found) = sorted(findings.found, Some(()))?;
    warnings.extend(more);
    warnings.extend(found);
    let forms = forms::read(&other, &filled, &protocol)?;
    Ok(Loaded { protocol, source: text, sample: Some(sample), forms, warnings })
}

/// What was read, with the warnings; or, if there is a mistake among what was found, all of it. Mistakes come
/// first: nobody is to look for them below a page of warnings.
fn sorted<T>(mut found: Vec<Mistake>, read: Option<T>) -> Result<(T, Vec<Mistake>), Vec<Mistake>> {
    found.sort_by_key(|one| (Reverse(one.level), one.line, one.column));
    match read {
        Some(read) if found.iter().all(|one| one.level == Level::Warning) => Ok((read, found)),
        _ => Err(found),
    }
}
