//! Puts the papers to sign together: the clinic's as they are now, and every signature as it was.

use super::{
    Records,
    session_day::{Around, clinic_numbers},
    share::{door, standing},
    signatures::Signatures,
    to_do::items,
};
use crate::{
    app::{
        AppError, Cairn,
        commands::CONSENT,
        home::Home,
        read::{
            Ask, CardLine, Consent, ConsentView, Consents, PaperLine, SignedLine, SignedView, SignedWhere,
            VisitView,
        },
    },
    care::{
        Id, ItemKey, ItemState, PlanItem, VisitKind,
        consent::{Document, Kept, State, Word},
        protocol::Protocol,
    },
    store::{Reader, StoreError},
};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;

/// A paper of the clinic's protocol with what is known about it.
pub(in crate::app) struct Paper {
    pub(in crate::app) document: Document,
    pub(in crate::app) state: State,
    /// The things to do that ask for it.
    pub(in crate::app) asked_by: Vec<ItemKey>,
    /// The kind of visit it must be signed before.
    before: Option<VisitKind>,
}

/// Every paper of the clinic's, and every signature.
pub(in crate::app) struct Papers {
    pub(in crate::app) all: Vec<Paper>,
    /// The newest first.
    pub(in crate::app) signatures: Vec<Kept>,
    /// Something that was signed is at the clinic in a form that cannot be read.
    unshown: bool,
}

impl Cairn {
    /// All there is to sign and all that was signed.
    pub async fn consents(&self) -> Result<Consents, AppError> {
        let (now, phone) = (self.now(), self.zone());
        self.look(move |home, reader| {
            let records = Records::load(home, reader)?;
            let papers = Papers::load(reader, &records, now, phone)?;
            let asked = papers.all.iter().filter(|paper| !paper.asked_by.is_empty());
            let line = |paper: &Paper| {
                Some(PaperLine {
                    document: paper.document.id.clone(),
                    title: paper.document.title.clone(),
                    ask: ask(&paper.state)?,
                    before: records.next_of(paper.before, now, phone),
                })
            };
            let signed = papers.signatures.iter().map(|one| signed(home, reader, &papers, one, now));
            Ok(Consents {
                papers: asked.filter_map(line).collect(),
                signed: signed.collect::<Result<_, _>>()?,
                unshown: papers.unshown,
                unreadable: records.may_be_outdated() || records.rules_missing(),
            })
        })
        .await
    }

    /// One paper as it is now.
    pub async fn consent(&self, document: Id) -> Result<Consent, AppError> {
        let (now, phone) = (self.now(), self.zone());
        let door = door(&*self.home()?, CONSENT).await;
        self.look(move |home, reader| {
            let records = Records::load(home, reader)?;
            if records.may_be_outdated() || records.rules_missing() {
                return Ok(Consent::Unreadable);
            }
            let papers = Papers::load(reader, &records, now, phone)?;
            let Some(paper) = papers.paper(&document) else { return Ok(Consent::Gone) };
            if let State::Signed(record) = &paper.state {
                let view = view(home, reader, &records, &papers, record, now)?;
                return Ok(view.map_or(Consent::Gone, |view| Consent::Signed(Box::new(view))));
            }
            Ok(Consent::Here(Box::new(ConsentView {
                ask: ask(&paper.state).unwrap_or(Ask::Sign),
                before: records.next_of(paper.before, now, phone),
                clinic: records.clinic().map(|clinic| clinic.name.clone()),
                numbers: clinic_numbers(home, &records),
                wait: wait(&records, reader, now, phone)?,
                document: paper.document.clone(),
                unshown: papers.unshown,
                door,
            })))
        })
        .await
    }

    /// One signature with the text it was put to; `None` if there is none with this id (any more).
    pub async fn signed_paper(&self, record: Id) -> Result<Option<SignedView>, AppError> {
        let (now, phone) = (self.now(), self.zone());
        self.look(move |home, reader| {
            let records = Records::load(home, reader)?;
            let papers = Papers::load(reader, &records, now, phone)?;
            view(home, reader, &records, &papers, &record, now)
        })
        .await
    }
}

impl Papers {
    /// Reads the signatures and holds the clinic's papers against them.
    pub(in crate::app) fn load(
        reader: &Reader<'_>,
        records: &Records,
        now: DateTime<Utc>,
        phone: Tz,
    ) -> Result<Self, StoreError> {
        Self::of(reader, records, &items(records, now, records.zone(phone)), now, phone)
    }

    /// As [`Papers::load`], with the things to do at hand.
    pub(super) fn of(
        reader: &Reader<'_>,
        records: &Records,
        items: &[(ItemKey, PlanItem)],
        now: DateTime<Utc>,
        phone: Tz,
    ) -> Result<Self, StoreError> {
        let Signatures { all: signatures, unshown } = Signatures::load(reader, records, phone)?;
        let protocol = records.the_rules().filter(|_| !records.may_be_outdated());
        let paper = |protocol: &Protocol, document: Document| {
            let asking = || items.iter().filter(|(_, item)| records.paper_of(item) == Some(&document.id));
            let done = asking().next().is_some() && asking().all(|(_, item)| item.state == ItemState::Done);
            Paper {
                state: State::of(&document, &signatures, done, now),
                asked_by: asking().map(|(key, _)| key.clone()).collect(),
                before: before(protocol, &document.id),
                document,
            }
        };
        let of = |protocol: &Protocol| -> Vec<Paper> {
            let documents = protocol.consents.iter().filter_map(|text| protocol.consent(&text.id));
            documents.map(|document| paper(protocol, document)).collect()
        };
        let all = protocol.map(of).unwrap_or_default();
        Ok(Self { all, signatures, unshown })
    }

    /// The paper of this name, if the clinic has it.
    pub(in crate::app) fn paper(&self, document: &Id) -> Option<&Paper> {
        self.all.iter().find(|paper| paper.document.id == *document)
    }

    /// This signature.
    pub(in crate::app) fn signature(&self, record: &Id) -> Option<&Kept> {
        self.signatures.iter().find(|one| one.signature.record == *record)
    }
}

impl Records {
    /// The paper a thing to do asks to sign, where the clinic has it.
    pub(super) fn paper_of(&self, item: &PlanItem) -> Option<&Id> {
        let protocol = self.the_rules()?;
        let (_, task) = protocol.task(item.task.as_deref()?)?;
        task.consent.as_ref().filter(|id| protocol.consents.iter().any(|text| text.id == **id))
    }

    /// The next visit of this kind.
    fn next_of(&self, kind: Option<VisitKind>, now: DateTime<Utc>, phone: Tz) -> Option<VisitView> {
        let of_kind = self.visits.iter().filter(|visit| Some(visit.kind) == kind && visit.is_ahead(now));
        let next = of_kind.filter(|visit| visit.start.is_some()).min_by_key(|visit| visit.start);
        next.filter(|_| !self.has_unreadable("Appointment")).map(|visit| self.view(visit, phone))
    }
}

/// Until when nothing is signed, if a card of a first day holds: the clinic's card says to leave papers for later.
pub(in crate::app) fn wait(
    records: &Records,
    reader: &Reader<'_>,
    now: DateTime<Utc>,
    phone: Tz,
) -> Result<Option<CardLine>, StoreError> {
    let around = Around::load(records, reader, now, phone)?;
    Ok(around.day.card.as_ref().map(|session| around.card(session)))
}

/// The kind of visit a task asks to sign this paper before.
fn before(protocol: &Protocol, document: &Id) -> Option<VisitKind> {
    let tasks = protocol.phases.iter().flat_map(|phase| &phase.tasks);
    let phase = tasks.filter(|task| task.consent.as_ref() == Some(document)).find_map(|task| {
        let before = task.required_before.as_ref()?;
        protocol.phases.iter().find(|phase| phase.id == *before)
    });
    phase?.kind()
}

/// What is asked about a paper; `None` where its very text is signed.
const fn ask(state: &State) -> Option<Ask> {
    match state {
        State::ToSign => Some(Ask::Sign),
        State::NewText(_) => Some(Ask::SignNewText),
        State::AtClinic => Some(Ask::Nothing),
        State::Signed(_) => None,
    }
}

fn view(
    home: &Home,
    reader: &Reader<'_>,
    records: &Records,
    papers: &Papers,
    record: &Id,
    now: DateTime<Utc>,
) -> Result<Option<SignedView>, StoreError> {
    let Some(signature) = papers.signature(record) else { return Ok(None) };
    let line = signed(home, reader, papers, signature, now)?;
    Ok(Some(SignedView { line, practice: home.is_practice(), numbers: clinic_numbers(home, records) }))
}

fn signed(
    home: &Home,
    reader: &Reader<'_>,
    papers: &Papers,
    kept: &Kept,
    now: DateTime<Utc>,
) -> Result<SignedLine, StoreError> {
    let signature = &kept.signature;
    let (place, undo_until) = match (kept.over(now), kept.word) {
        (Some(word), _) => (SignedWhere::Over(word), None),
        (None, Some(Word::Unclear)) if signature.withdrawn.is_none() => (SignedWhere::Unclear, None),
        _ if !kept.here => (SignedWhere::AtClinic, None),
        _ => {
            let withdrawn = signature.withdrawn.is_some();
            let (standing, until) = standing(home, reader, &signature.record, withdrawn, signature.at, now)?;
            (SignedWhere::Here(standing), until)
        }
    };
    let paper = papers.paper(&signature.document).filter(|paper| !paper.asked_by.is_empty());
    let state = paper.map(|paper| &paper.state);
    let newer = matches!(state, Some(State::NewText(earlier)) if *earlier == signature.record);
    let beside = |one: &&Kept| one.holds(now) && one.signature.document == signature.document;
    let still = papers.signatures.iter().find(beside).filter(|_| signature.withdrawn.is_some());
    let still = still.map(|other| other.signature.record.clone());
    Ok(SignedLine { signature: signature.clone(), place, undo_until, newer, still })
}
