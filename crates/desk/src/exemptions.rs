//! The exemptions of a law, the references to them in a letter, and what a refusal notice lacks.
//! Needs no library.

use std::collections::BTreeSet;

use casework::notice::{last_refusal, notice_faults};
use chrono::NaiveDate;
use law::citation::Basis;
use law::exemption_list::{ListedGround, listed};
use law::reference::{Meaning, Reference, lines_and_columns, references};
use law::refusal_notice::{Decision, EarlierNotice, Fault, Notice, Part, Reasons, Refusal, faults};
use law::{Coded, Ground, Regime};
use serde::Serialize;
use store::ComputedRequest;
use ts_rs::TS;

use crate::code::Code;
use crate::error::DeskError;
use crate::library::Desk;
use crate::requests::find;

/// A section, regulation or limb on which a refusal can rest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExemptionView {
    /// The one form in which it is kept: `31(1)(a)`.
    pub code: String,
    /// As a letter cites it.
    pub cite: String,
    /// What the section is about.
    pub title: &'static str,
    /// What this limb covers.
    pub words: &'static str,
    /// Whether it is a limb, and not the whole section.
    pub limb: bool,
    /// `exemption`, `cost`, `vexatious` or `repeated`.
    pub kind: &'static str,
    /// `absolute`, `qualified` or `sometimes-absolute`; nothing for what is no exemption.
    pub public_interest: Option<&'static str>,
    /// `class`, `prejudice` or `either`; nothing for what is no exemption.
    pub harm: Option<&'static str>,
    /// Where the law lets an authority neither confirm nor deny with it.
    pub denied_by: Option<String>,
    /// The provision of the sister law.
    pub twin: Option<TwinView>,
    /// What to ask of a refusal that rests on it.
    pub challenges: &'static [&'static str],
    /// Where the words of its limbs were read; nothing where they are unconfirmed.
    pub source: Option<&'static str>,
}

/// The provision of the sister law.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TwinView {
    /// That law.
    pub regime: &'static str,
    /// The provision.
    pub code: String,
}

/// A reference in a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReferenceView {
    /// Its line, from 1.
    pub line: u64,
    /// Its column in characters, from 1.
    pub column: u64,
    /// As it is written.
    pub written: String,
    /// The law that it is a reference to.
    pub regime: &'static str,
    /// The one form in which it is kept.
    pub code: String,
    /// Its limbs: `(1)(a)`.
    pub limbs: String,
    /// `exemption`, `cost`, `vexatious`, `repeated`, or `procedure` for what no refusal rests on.
    pub kind: &'static str,
    /// What the section is about.
    pub title: &'static str,
    /// What the limb covers.
    pub words: &'static str,
    /// `absolute`, `qualified` or `sometimes-absolute`; nothing for what is no exemption.
    pub public_interest: Option<&'static str>,
    /// `class`, `prejudice` or `either`; nothing for what is no exemption.
    pub harm: Option<&'static str>,
    /// Whether it is a limb by which the authority neither confirms nor denies.
    pub denies: bool,
    /// Why a person should look at it.
    pub doubt: Option<String>,
}

/// A refusal notice to be checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusalNotice {
    /// The law: `foia`.
    pub regime: String,
    /// What is refused.
    pub refusal: Refusal,
    /// What it rests on, as it cites it: `31(1)(a), 40(2)`.
    pub grounds: String,
    /// What it contains, by the codes of the parts.
    pub contains: Vec<String>,
    /// The last day for an answer.
    pub due: Option<NaiveDate>,
    /// The day on which it was given.
    pub given_on: Option<NaiveDate>,
    /// Whether the public interest was decided.
    pub decision: Decision,
    /// Whether its reasons could be given.
    pub reasons: Reasons,
    /// Whether there was such a notice before.
    pub earlier: EarlierNotice,
}

/// A refusal notice of which the record itself shows that something is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct NoticeView {
    /// The event of the reply that is the notice.
    pub reply: i64,
    /// The date that it bears.
    pub dated: NaiveDate,
    /// What it lacks, each as a ground for a request for review.
    pub lacks: Vec<FaultView>,
}

/// What the notices of a request lack, as far as its record shows.
pub(crate) fn notices_of(computed: &ComputedRequest) -> Vec<NoticeView> {
    notice_faults(&computed.case, &computed.clocks)
        .into_iter()
        .map(|notice| NoticeView {
            reply: notice.reply.0,
            dated: notice.dated,
            lacks: notice.faults.into_iter().map(fault_view).collect(),
        })
        .collect()
}

/// Something that a notice lacks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FaultView {
    /// What: `public-interest`.
    pub part: &'static str,
    /// The same, for people: what the notice does not do.
    pub label: &'static str,
    /// The ground for a request for review.
    pub ground: String,
    /// Where it is required, with what the reader must be warned of.
    pub citation: String,
    /// `statute`, `regulation` or `policy`.
    #[ts(as = "Code<Basis>")]
    pub authority: &'static str,
    /// Whether the words of the provision were read.
    pub confirmed: bool,
}

/// The law with this code.
///
/// # Errors
/// Refused where it is none.
pub(crate) fn regime(text: &str) -> Result<Regime, DeskError> {
    Regime::from_code(&text.to_lowercase()).ok_or_else(|| {
        let known: Vec<&str> = Regime::ALL.iter().map(|regime| regime.code()).collect();
        DeskError::refused(
            "regime",
            format!("“{text}” is not a law that is known here."),
            format!("Give one of {}.", known.join(", ")),
        )
    })
}

/// Every section and limb on which a refusal can rest under a law.
///
/// # Errors
/// Refused for a law that is not known.
pub fn exemptions(law: &str) -> Result<Vec<ExemptionView>, DeskError> {
    Ok(listed(regime(law)?).into_iter().map(view).collect())
}

fn view(listed: ListedGround) -> ExemptionView {
    let ListedGround { ground, words, is_limb } = listed;
    ExemptionView {
        code: ground.code(),
        cite: ground.cite(),
        title: ground.title(),
        words,
        limb: is_limb,
        kind: ground.kind().code(),
        public_interest: ground.public_interest().map(Coded::code),
        harm: ground.harm().map(Coded::code),
        denied_by: ground.denied_by(),
        twin: ground.twin().map(|(regime, code)| TwinView { regime: regime.code(), code }),
        challenges: ground.challenges(),
        source: ground.read_at(),
    }
}

/// The references in a letter that was answered under a law, with their places. What the letter is
/// called is for a message.
///
/// # Errors
/// Refused for a law that is not known, or for bytes that are no text.
pub fn find_references(
    law: &str,
    letter: &[u8],
    name: &str,
) -> Result<Vec<ReferenceView>, DeskError> {
    let own = regime(law)?;
    let text = imports::read_letter(letter)
        .map_err(|problem| DeskError::in_file("file", name, vec![problem]))?;
    let found = references(own, &text);
    let starts: Vec<usize> = found.iter().map(|reference| reference.range.start).collect();
    let places = lines_and_columns(&text, &starts);
    Ok(found
        .into_iter()
        .zip(places)
        .map(|(reference, place)| found_view(&text, reference, place))
        .collect())
}

fn found_view(text: &str, reference: Reference, (line, column): (u64, u64)) -> ReferenceView {
    let written = text.get(reference.range.clone()).unwrap_or_default();
    let limbs = reference.code.find('(').and_then(|at| reference.code.get(at..));
    let (kind, words, ground) = match &reference.meaning {
        Meaning::Ground(ground) => (ground.kind().code(), ground.words(), Some(ground)),
        Meaning::Procedure(procedure) => ("procedure", procedure.title, None),
    };
    ReferenceView {
        line,
        column,
        written: written.split_whitespace().collect::<Vec<&str>>().join(" "),
        regime: reference.regime.code(),
        limbs: limbs.unwrap_or_default().to_owned(),
        kind,
        title: reference.title(),
        words,
        public_interest: ground.and_then(Ground::public_interest).map(Coded::code),
        harm: ground.and_then(Ground::harm).map(Coded::code),
        denies: ground.is_some_and(Ground::neither_confirms_nor_denies),
        doubt: reference.doubt.clone(),
        code: reference.code,
    }
}

/// What a refusal notice lacks, each as a ground for a request for review.
///
/// # Errors
/// Refused for a law, a section or a part of a notice that is not known.
pub fn check_refusal(notice: &RefusalNotice) -> Result<Vec<FaultView>, DeskError> {
    let regime = regime(&notice.regime)?;
    let grounds = match notice.grounds.trim() {
        "" => Vec::new(),
        grounds => Ground::read_all(regime, grounds)
            .map_err(|problem| citation_refused("grounds", regime, grounds, &problem))?,
    };
    let contains = notice
        .contains
        .iter()
        .map(|code| {
            Part::from_code(code).ok_or_else(|| {
                let known: Vec<&str> = Part::ALL.iter().map(|part| part.code()).collect();
                DeskError::refused(
                    "contains",
                    format!("“{code}” is no part of a notice."),
                    format!("Parts are {}.", known.join(", ")),
                )
            })
        })
        .collect::<Result<BTreeSet<Part>, DeskError>>()?;
    let notice = Notice {
        regime,
        refusal: notice.refusal,
        grounds,
        contains,
        due: notice.due,
        given_on: notice.given_on,
        decision: notice.decision,
        reasons: notice.reasons,
        earlier: notice.earlier,
    };
    Ok(faults(&notice).into_iter().map(fault_view).collect())
}

impl Desk {
    /// The last refusal of a request as a notice to be checked: its law, its sections, the limit and
    /// the day on which it was given. What else it contains only its reader can say.
    ///
    /// # Errors
    /// Refused where there is no such request, or no reply of it refuses anything.
    pub fn refusal_notice(&self, request: &str) -> Result<RefusalNotice, DeskError> {
        let computed = self.store.read(|r| Ok::<_, DeskError>(find(r, request)?.computed))?;
        let notice = last_refusal(&computed.case, &computed.clocks).ok_or_else(|| {
            DeskError::refused(
                "request",
                "No reply to this request refuses anything.",
                "Record the reply with its outcomes first.",
            )
        })?;
        let grounds: Vec<String> = notice.grounds.iter().map(Ground::code).collect();
        Ok(RefusalNotice {
            regime: notice.regime.code().to_owned(),
            refusal: notice.refusal,
            grounds: grounds.join("; "),
            contains: Vec::new(),
            due: notice.due,
            given_on: notice.given_on,
            decision: notice.decision,
            reasons: notice.reasons,
            earlier: notice.earlier,
        })
    }
}

fn fault_view(fault: Fault) -> FaultView {
    FaultView {
        part: fault.part.code(),
        label: fault.part.label(),
        ground: fault.ground,
        citation: fault.citation.cited(),
        authority: fault.citation.basis.code(),
        confirmed: fault.citation.confirmed,
    }
}

/// What a person wrote into a field for sections and what is wrong with it, by its place.
pub(crate) fn citation_refused(
    field: &str,
    regime: Regime,
    written: &str,
    problem: &law::CitationProblem,
) -> DeskError {
    let (message, hint) = citation_words(regime, written, problem);
    DeskError::refused(field, message, hint)
}

/// The message, beginning with the place where the field is long enough to need it, and the hint.
pub(crate) fn citation_words(
    regime: Regime,
    written: &str,
    problem: &law::CitationProblem,
) -> (String, String) {
    let hint = format!("Give sections of the {}.", regime.act());
    let before = written.get(..problem.range.start).unwrap_or_default().chars().count();
    let message = match before {
        0 => problem.to_string(),
        _ => format!("At character {}: {problem}", before + 1),
    };
    (message, hint)
}
