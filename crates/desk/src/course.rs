//! What else can be recorded of a request now, as a [`Told`](crate::Told), and what each kind asks for.

use casework::action;
use casework::case::Case;
use casework::event::{
    Channel, Claim, Event, EventKind, Fact, Notice, ReviewResult, Sending, Transfer, Wording,
};
use casework::question::{Question, Role};
use chrono::NaiveDate;
use law::receipt::PostClass;
use law::{Coded, Regime, coded};
use serde::Serialize;
use ts_rs::TS;

use crate::code::Code;
use crate::effect::NOT_RECORDED;
use crate::error::DeskError;
use crate::library::Desk;
use crate::requests::find;

coded! {
    /// A field of the form, by its name in what is told. Its label is the usual one.
    pub enum CourseField {
        /// How a letter left, or came back.
        Channel = "channel", "How it left";
        /// The class of post; asked only for what goes by post.
        Class = "class", "Class of post";
        /// The day of arrival.
        Received = "received", "Received";
        /// Their reference.
        TheirReference = "their_reference", "Their reference";
        /// The day that a letter names.
        Names = "names", "The day that it names";
        /// The questions that it is about.
        Questions = "questions", "Only about these questions";
        /// What a claimed date is.
        Claim = "claim", "What they claim";
        /// The authority to which it was passed.
        To = "to", "Passed to";
        /// The regime.
        Regime = "regime", "Answered under";
        /// What a decision came to for the force.
        Result = "result", "What it came to for the force";
        /// The new words of questions.
        Wording = "wording", "The questions as narrowed";
        /// A letter of ours.
        Letter = "letter", "Our letter";
    }
}

coded! {
    /// Who did it, or before whom.
    pub enum CourseGroup {
        /// What the force wrote.
        Force = "force", "From the force";
        /// What we sent that was not written here.
        Ours = "ours", "From us, not written here";
        /// The internal review.
        Review = "review", "Internal review";
        /// The Commissioner and the Tribunal or court.
        Commissioner = "commissioner", "Commissioner and appeal";
    }
}

/// One choice of a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FieldChoice {
    /// Its code.
    pub code: String,
    /// The same, for people.
    pub label: String,
}

/// A field of the form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FieldView {
    /// Which.
    #[ts(as = "Code<CourseField>")]
    pub field: &'static str,
    /// Its label.
    pub label: &'static str,
    /// Whether it has to be filled.
    pub needed: bool,
    /// What can be chosen; empty for a day, words and questions.
    pub choices: Vec<FieldChoice>,
}

/// Something that can be recorded of a request now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CourseKind {
    /// The kind of event.
    #[ts(as = "Code<EventKind>")]
    pub kind: &'static str,
    /// The same, for people.
    pub label: &'static str,
    /// Who did it, for people.
    pub group: &'static str,
    /// What it does to the time limits, in a sentence.
    pub hint: &'static str,
    /// What the day of it is called.
    pub day: &'static str,
    /// What else is asked, in order.
    pub fields: Vec<FieldView>,
}

/// The kinds, in the order in which they are offered.
const KINDS: [EventKind; 25] = [
    EventKind::HoldingReply,
    EventKind::ClarificationAsked,
    EventKind::FeesNotice,
    EventKind::ExtensionClaimed,
    EventKind::DateClaimed,
    EventKind::ReferenceGiven,
    EventKind::Transferred,
    EventKind::RegimeMoved,
    EventKind::DeliveryFailed,
    EventKind::Resent,
    EventKind::ClarificationAnswered,
    EventKind::FeesPaid,
    EventKind::Narrowed,
    EventKind::PartsWithdrawn,
    EventKind::ChaserSent,
    EventKind::FollowUpSent,
    EventKind::ReviewAsked,
    EventKind::ReviewAcknowledged,
    EventKind::ReviewExtended,
    EventKind::ReviewRefused,
    EventKind::ComplaintMade,
    EventKind::ComplaintAcknowledged,
    EventKind::DecisionNotice,
    EventKind::AppealMade,
    EventKind::AppealDecided,
];

const SENT: &[(CourseField, bool)] =
    &[(CourseField::Channel, true), (CourseField::Class, false), (CourseField::Received, false)];
const NOTICE: &[(CourseField, bool)] =
    &[(CourseField::Received, false), (CourseField::TheirReference, false)];

/// What a kind is in the form.
struct Shape {
    group: CourseGroup,
    hint: &'static str,
    day: &'static str,
    fields: &'static [&'static [(CourseField, bool)]],
    /// What the day that it names is, where it may name one.
    names: Option<(&'static str, bool)>,
}

const THEIRS: &str = "Their letter is dated";
const OURS: &str = "It left on";

/// The form of a kind; nothing for what is recorded in another way.
fn shape(kind: EventKind) -> Option<Shape> {
    use CourseField as F;
    use CourseGroup as G;
    let form = |group, hint, day, fields| Shape { group, hint, day, fields, names: None };
    let naming = |shape: Shape, label| Shape { names: Some((label, false)), ..shape };
    Some(match kind {
        EventKind::HoldingReply => naming(
            form(G::Force, "Asks only for patience: no time limit moves.", THEIRS, &[NOTICE]),
            "Promises an answer by",
        ),
        EventKind::ClarificationAsked => form(
            G::Force,
            "What it asks about waits until you answer; then the time begins anew.",
            THEIRS,
            &[NOTICE, &[(F::Questions, false)]],
        ),
        EventKind::FeesNotice => form(
            G::Force,
            "No time for an answer runs until the fee is received.",
            THEIRS,
            &[NOTICE, &[(F::Questions, false)]],
        ),
        EventKind::ExtensionClaimed => naming(
            form(
                G::Force,
                "More time, claimed for the public interest or under the Regulations.",
                THEIRS,
                &[NOTICE, &[(F::Questions, false)]],
            ),
            "Answer promised by",
        ),
        EventKind::DateClaimed => Shape {
            names: Some(("The day that they claim", true)),
            ..form(
                G::Force,
                "Their own date stands beside ours; ours stays as the law gives it.",
                "They said so on",
                &[&[(F::Claim, true)]],
            )
        },
        EventKind::ReferenceGiven => form(
            G::Force,
            "Moves no time limit; your letters name it from now on.",
            THEIRS,
            &[&[(F::TheirReference, true), (F::Received, false)]],
        ),
        EventKind::Transferred => form(
            G::Force,
            "For what was passed on, the time runs with the authority that has it now.",
            "Passed on on",
            &[&[(F::To, true), (F::Received, false), (F::Questions, false)]],
        ),
        EventKind::RegimeMoved => form(
            G::Force,
            "All time limits are counted under the other regime from now on.",
            "Since",
            &[&[(F::Regime, true)]],
        ),
        EventKind::DeliveryFailed => form(
            G::Force,
            "No time runs from a letter that never arrived.",
            "It came back on",
            &[&[(F::Letter, true), (F::Channel, false)]],
        ),
        EventKind::Resent => form(
            G::Ours,
            "An earlier arrival goes on counting.",
            OURS,
            &[&[(F::Letter, true)], SENT],
        ),
        EventKind::ClarificationAnswered => {
            form(G::Ours, "The time begins anew when the answer arrives.", OURS, &[SENT])
        }
        EventKind::FeesPaid => {
            form(G::Ours, "The time goes on when the fee is received.", "Received on", &[])
        }
        EventKind::Narrowed => form(
            G::Ours,
            "A new request for the questions as narrowed, with a time of its own.",
            OURS,
            &[SENT, &[(F::Wording, true)]],
        ),
        EventKind::PartsWithdrawn => form(
            G::Ours,
            "These questions are no longer asked and leave the count.",
            "On",
            &[&[(F::Questions, true)]],
        ),
        EventKind::ChaserSent => form(G::Ours, "Starts no time limit.", OURS, &[SENT]),
        EventKind::FollowUpSent => form(G::Ours, "Starts no time limit.", OURS, &[SENT]),
        EventKind::ReviewAsked => form(G::Review, "The time for the review begins.", OURS, &[SENT]),
        EventKind::ReviewAcknowledged => naming(
            form(G::Review, "Moves no time limit.", THEIRS, &[NOTICE]),
            "Decision promised by",
        ),
        EventKind::ReviewExtended => naming(
            form(G::Review, "Up to 40 working days, where the case is complex.", THEIRS, &[NOTICE]),
            "Decision promised by",
        ),
        EventKind::ReviewRefused => {
            form(G::Review, "You can complain to the Commissioner now.", THEIRS, &[NOTICE])
        }
        EventKind::ComplaintMade => {
            form(G::Commissioner, "The Commissioner has it now.", OURS, &[SENT])
        }
        EventKind::ComplaintAcknowledged => {
            form(G::Commissioner, "Moves no time limit.", THEIRS, &[NOTICE])
        }
        EventKind::DecisionNotice => naming(
            form(
                G::Commissioner,
                "The time for an appeal runs from the day on which the notice was sent.",
                "The notice was sent on",
                &[&[(F::Result, false)], NOTICE],
            ),
            "The force has to comply by",
        ),
        EventKind::AppealMade => form(G::Commissioner, "The appeal is open.", OURS, &[SENT]),
        EventKind::AppealDecided => form(
            G::Commissioner,
            "The appeal is over.",
            "The decision is dated",
            &[&[(F::Result, false)], NOTICE],
        ),
        EventKind::LetterWritten
        | EventKind::RequestSent
        | EventKind::LetterReceived
        | EventKind::Acknowledged
        | EventKind::ReplyReceived
        | EventKind::OutcomeCorrected
        | EventKind::ReviewDecided
        | EventKind::Withdrawn
        | EventKind::Closed
        | EventKind::Note => return None,
    })
}

fn every<C: Coded>(members: impl Iterator<Item = C>) -> Vec<FieldChoice> {
    let choice = |one: C| FieldChoice { code: one.code().into(), label: one.label().into() };
    members.map(choice).collect()
}

fn all<C: Coded>() -> Vec<FieldChoice> {
    every(C::ALL.iter().copied())
}

/// The regimes to which a request can be moved.
fn elsewhere(case: &Case) -> impl Iterator<Item = Regime> {
    let here = case.regime;
    let is_open =
        move |regime: &Regime| *regime != here && regime.is_scottish() == here.is_scottish();
    Regime::ALL.iter().copied().filter(is_open)
}

fn choices(field: CourseField, case: &Case, name: &str) -> Vec<FieldChoice> {
    match field {
        CourseField::Channel => all::<Channel>(),
        CourseField::Class => all::<PostClass>(),
        CourseField::Claim => all::<Claim>(),
        CourseField::Result => all::<ReviewResult>(),
        CourseField::Regime => every(elsewhere(case)),
        CourseField::Letter => {
            let left = case
                .letters
                .iter()
                .filter(|ours| !ours.sent.is_empty() || !ours.came_back.is_empty());
            left.map(|ours| FieldChoice {
                code: ours.facts.number.to_string(),
                label: format!("{name}/{}", ours.facts.number),
            })
            .collect()
        }
        CourseField::Received
        | CourseField::TheirReference
        | CourseField::Names
        | CourseField::Questions
        | CourseField::To
        | CourseField::Wording => Vec::new(),
    }
}

/// The least that an event of a kind says, to ask whether one can be recorded; nothing where a
/// request has no letter, question or regime that it could be about.
fn least(kind: EventKind, case: &Case, today: NaiveDate) -> Option<Fact> {
    let by_email = Sending::Emailed { received_on: None };
    let letter = case.letters.iter().find(|ours| !ours.sent.is_empty()).map(|ours| ours.facts.id);
    let asked = |question: &&Question| question.role == Role::Counted;
    let question = case.questions.iter().find(asked).map(|question| question.id);
    let notice = Notice::default();
    Some(match kind {
        EventKind::DeliveryFailed => Fact::DeliveryFailed(letter?, None),
        EventKind::Resent => Fact::Resent(letter?, by_email),
        EventKind::ReferenceGiven => Fact::ReferenceGiven(notice),
        EventKind::DateClaimed => Fact::DateClaimed(Claim::Due, today),
        EventKind::ClarificationAsked => Fact::ClarificationAsked(notice),
        EventKind::ClarificationAnswered => Fact::ClarificationAnswered(by_email),
        EventKind::FeesNotice => Fact::FeesNotice(notice),
        EventKind::FeesPaid => Fact::FeesPaid,
        EventKind::ExtensionClaimed => Fact::ExtensionClaimed(notice),
        EventKind::Transferred => Fact::Transferred(Transfer::default()),
        EventKind::HoldingReply => Fact::HoldingReply(notice),
        EventKind::RegimeMoved => Fact::RegimeMoved(elsewhere(case).next()?),
        EventKind::Narrowed => {
            let wording = Wording { question: question?, text: String::new() };
            Fact::Narrowed(by_email, vec![wording])
        }
        EventKind::ChaserSent => Fact::ChaserSent(by_email),
        EventKind::FollowUpSent => Fact::FollowUpSentElsewhere(by_email),
        EventKind::ReviewAsked => Fact::ReviewAskedElsewhere(by_email),
        EventKind::ReviewAcknowledged => Fact::ReviewAcknowledged(notice),
        EventKind::ReviewExtended => Fact::ReviewExtended(notice),
        EventKind::ReviewRefused => Fact::ReviewRefused(notice),
        EventKind::ComplaintMade => Fact::ComplaintMade(by_email),
        EventKind::ComplaintAcknowledged => Fact::ComplaintAcknowledged(notice),
        EventKind::DecisionNotice => Fact::DecisionNotice(None, notice),
        EventKind::AppealMade => Fact::AppealMade(by_email),
        EventKind::AppealDecided => Fact::AppealDecided(None, notice),
        EventKind::PartsWithdrawn => Fact::PartsWithdrawn(vec![question?]),
        EventKind::LetterWritten
        | EventKind::RequestSent
        | EventKind::LetterReceived
        | EventKind::Acknowledged
        | EventKind::ReplyReceived
        | EventKind::OutcomeCorrected
        | EventKind::ReviewDecided
        | EventKind::Withdrawn
        | EventKind::Closed
        | EventKind::Note => return None,
    })
}

impl Desk {
    /// What else can be recorded of a request today, each kind with what it asks for. What would
    /// answer to nothing that happened is left out: a fee paid that nobody asked for.
    ///
    /// # Errors
    /// Refused for a reference that does not exist.
    pub fn course_kinds(
        &self,
        reference: &str,
        today: NaiveDate,
    ) -> Result<Vec<CourseKind>, DeskError> {
        self.store.read(|r| {
            let known = find(r, reference)?;
            let case = &known.computed.case;
            let (file, holidays) = (r.case_file(&known.row)?, r.holidays()?);
            let name = known.row.reference.to_string();
            let can_be = |kind: EventKind| {
                let Some(fact) = least(kind, case, today) else { return false };
                let event =
                    Event { id: NOT_RECORDED, kind, happened_on: today, fact, struck: None };
                action::happened(&file, &event, holidays, today).is_ok()
            };
            let mut kinds = Vec::new();
            for kind in KINDS {
                let Some(shape) = shape(kind).filter(|_| can_be(kind)) else { continue };
                let asked = shape.fields.iter().flat_map(|fields| fields.iter());
                let mut fields: Vec<FieldView> = asked
                    .map(|(field, needed)| FieldView {
                        field: field.code(),
                        label: field.label(),
                        needed: *needed,
                        choices: choices(*field, case, &name),
                    })
                    .collect();
                if let Some((label, needed)) = shape.names {
                    let field = CourseField::Names.code();
                    fields.push(FieldView { field, label, needed, choices: Vec::new() });
                }
                kinds.push(CourseKind {
                    kind: kind.code(),
                    label: kind.label(),
                    group: shape.group.label(),
                    hint: shape.hint,
                    day: shape.day,
                    fields,
                });
            }
            Ok(kinds)
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use casework::id::{LetterId, QuestionId};

    use super::*;
    use crate::told::Told;

    /// What is told when every field of the form is filled.
    fn filled(kind: EventKind, shape: &Shape) -> Told {
        let mut told = Told { kind: kind.code().to_owned(), ..Told::default() };
        let day = NaiveDate::default();
        for (field, _) in shape.fields.iter().flat_map(|fields| fields.iter()) {
            match field {
                CourseField::Channel => told.channel = Some("post".to_owned()),
                CourseField::Class => told.class = Some("second".to_owned()),
                CourseField::Received => told.received = Some(day),
                CourseField::TheirReference => told.their_reference = Some("A/1".to_owned()),
                CourseField::Names => told.names = Some(day),
                CourseField::Questions => told.questions = vec!["1".to_owned()],
                CourseField::Claim => told.claim = Some("due".to_owned()),
                CourseField::To => told.to = Some("Home Office".to_owned()),
                CourseField::Regime => told.regime = Some("eir".to_owned()),
                CourseField::Result => told.result = Some("partly".to_owned()),
                CourseField::Wording => {
                    told.wording = BTreeMap::from([("1".to_owned(), "Less?".to_owned())]);
                }
                CourseField::Letter => told.letter = Some(1),
            }
        }
        if shape.names.is_some() {
            told.names = Some(day);
        }
        told
    }

    #[test]
    fn each_kind_takes_every_field_of_its_form_and_each_form_is_offered() {
        let asked = [Question {
            id: QuestionId(1),
            position: 1,
            number: 1,
            part: None,
            role: Role::Counted,
            text: "How many?".to_owned(),
        }];
        let telling = crate::told::Telling {
            regime: Regime::Foia,
            questions: &asked,
            letter: &|number| (number == 1).then_some(LetterId(7)),
        };
        let offered: Vec<EventKind> =
            EventKind::ALL.iter().copied().filter(|kind| shape(*kind).is_some()).collect();
        let mut listed = KINDS.to_vec();
        listed.sort_by_key(|kind| EventKind::ALL.iter().position(|one| one == kind));
        assert_eq!(listed, offered, "the list, and the kinds that have a form");
        for kind in offered {
            let form = shape(kind).expect("a form");
            let told = filled(kind, &form).fact(&telling);
            assert!(told.is_ok(), "{kind}: {told:?}");
        }
    }
}
