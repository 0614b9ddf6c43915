//! An event as a person tells it: its kind, its day, and what belongs to it. Read the same way from the
//! command line and from a story.

use std::collections::BTreeMap;

use casework::event::{
    Channel, Correction, EventKind, Fact, FromForce, Notice, ReviewResult, Sending, Transfer,
    Wording,
};
use casework::id::{EventId, LetterId, QuestionId};
use casework::question::{Question, Role};
use chrono::NaiveDate;
use law::receipt::PostClass;
use law::{Coded, Regime};
use serde::Deserialize;
use ts_rs::TS;

use crate::answers::{OutcomeRow, read_answers};
use crate::code::Code;
use crate::error::DeskError;

/// An event as it is told.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Told {
    /// Its kind, by code.
    #[ts(as = "Code<EventKind>")]
    pub kind: String,
    /// The day on which it happened; the date that a letter of theirs bears.
    pub date: NaiveDate,
    /// The day of arrival, where it is known.
    #[serde(default)]
    pub received: Option<NaiveDate>,
    /// How a letter of ours left: `post`, `email` or `web_form`; by e-mail where it is not given.
    #[serde(default)]
    pub channel: Option<String>,
    /// The class of post: `first` (where it is not given) or `second`.
    #[serde(default)]
    pub class: Option<String>,
    /// The number of a letter of ours; the request where it is not given.
    #[serde(default)]
    pub letter: Option<u32>,
    /// What a follow-up is in law: A, B, C or D.
    #[serde(default)]
    pub mode: Option<String>,
    /// Their reference.
    #[serde(default)]
    pub their_reference: Option<String>,
    /// The day that their letter names: promised, estimated, claimed, or set for us.
    #[serde(default)]
    pub names: Option<NaiveDate>,
    /// What a claimed date is: `received`, `due` or `review-request`.
    #[serde(default)]
    pub claim: Option<String>,
    /// The questions that it is about; all of them where none is given.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub questions: Vec<String>,
    /// The words of narrowed questions.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub wording: BTreeMap<String, String>,
    /// The authority to which it was passed.
    #[serde(default)]
    pub to: Option<String>,
    /// The regime to which it was moved.
    #[serde(default)]
    pub regime: Option<String>,
    /// What a review or a decision came to: `upheld`, `partly` or `overturned`.
    #[serde(default)]
    pub result: Option<String>,
    /// One outcome for every counted question.
    #[serde(default)]
    pub outcome: Option<String>,
    /// The outcome of each question: `refused`, or `refused 31(1)(a); 40(2)`.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub outcomes: BTreeMap<String, String>,
    /// The reply that it replaces or puts right, by its number.
    #[serde(default)]
    pub supersedes: Option<i64>,
    /// A reason, or the words of a note.
    #[serde(default)]
    pub reason: Option<String>,
}

/// What an event is told against.
pub(crate) struct Telling<'a> {
    pub regime: Regime,
    pub questions: &'a [Question],
    /// Finds a letter of ours by its number.
    pub letter: &'a dyn Fn(u32) -> Option<LetterId>,
}

fn list<C: Coded>() -> String {
    C::ALL.iter().map(|member| member.code()).collect::<Vec<_>>().join(", ")
}

fn coded<C: Coded>(field: &str, text: &str) -> Result<C, DeskError> {
    C::from_code(text.trim().to_lowercase().as_str()).ok_or_else(|| {
        let hint = format!("Give one of {}.", list::<C>());
        DeskError::refused(field, format!("“{text}” is no {field}."), hint)
    })
}

fn needed<T>(field: &str, kind: EventKind, value: Option<T>) -> Result<T, DeskError> {
    value.ok_or_else(|| {
        DeskError::refused(
            field,
            format!("“{kind}” needs “{field}”."),
            format!("Give the {field}."),
        )
    })
}

impl Told {
    /// Its kind.
    ///
    /// # Errors
    /// Refused for a kind that does not exist.
    pub fn event_kind(&self) -> Result<EventKind, DeskError> {
        coded("kind", &self.kind)
    }

    /// How a letter of ours left.
    ///
    /// # Errors
    /// Refused for a channel or a class that does not exist.
    pub fn sending(&self) -> Result<Sending, DeskError> {
        let channel = self.channel.as_deref().unwrap_or("email");
        let received_on = self.received;
        let class = self.class.as_deref().map(|class| coded::<PostClass>("class", class));
        Ok(match (coded::<Channel>("channel", channel)?, class.transpose()?) {
            (Channel::Post, class) => {
                Sending::Posted { class: class.unwrap_or(PostClass::First), received_on }
            }
            (Channel::Email, None) => Sending::Emailed { received_on },
            (Channel::WebForm, None) => Sending::WebForm { received_on },
            (Channel::Email | Channel::WebForm, Some(_)) => {
                return Err(DeskError::refused(
                    "class",
                    "Only what goes by post has a class.",
                    "Leave the class out.",
                ));
            }
        })
    }

    fn question(name: &str, questions: &[Question]) -> Result<QuestionId, DeskError> {
        let counted = |question: &&Question| question.role == Role::Counted;
        let found = questions.iter().filter(counted).find(|question| question.key() == name);
        found.map(|question| question.id).ok_or_else(|| {
            let known: Vec<String> = questions.iter().filter(counted).map(Question::key).collect();
            DeskError::refused(
                "questions",
                format!("There is no counted question {name}."),
                format!("The questions with outcomes are {}.", known.join(", ")),
            )
        })
    }

    fn about(&self, telling: &Telling<'_>) -> Result<Vec<QuestionId>, DeskError> {
        self.questions.iter().map(|name| Self::question(name, telling.questions)).collect()
    }

    fn notice(&self, telling: &Telling<'_>) -> Result<Notice, DeskError> {
        Ok(Notice {
            received_on: self.received,
            their_reference: self.their_reference.clone(),
            names_day: self.names,
            questions: self.about(telling)?,
        })
    }

    fn rows(&self, telling: &Telling<'_>) -> Vec<OutcomeRow> {
        let row = |question: String, told: &str| {
            let (outcome, sections) = told.trim().split_once(' ').unwrap_or((told.trim(), ""));
            OutcomeRow {
                question,
                outcome: outcome.to_owned(),
                sections: sections.to_owned(),
                note: None,
                place: None,
            }
        };
        let mut rows: Vec<OutcomeRow> =
            self.outcomes.iter().map(|(question, told)| row(question.clone(), told)).collect();
        if let Some(told) = &self.outcome {
            let others = telling.questions.iter().filter(|question| question.role == Role::Counted);
            let others = others.map(Question::key).filter(|key| !self.outcomes.contains_key(key));
            rows.extend(others.map(|key| row(key, told)));
        }
        rows
    }

    fn theirs(&self, telling: &Telling<'_>) -> Result<FromForce, DeskError> {
        let (answers, _) = read_answers(telling.regime, telling.questions, &self.rows(telling))?;
        Ok(FromForce {
            received_on: self.received,
            their_reference: self.their_reference.clone(),
            answers,
            supersedes: self.supersedes.map(EventId),
        })
    }

    fn the_letter(&self, telling: &Telling<'_>) -> Result<LetterId, DeskError> {
        let number = self.letter.unwrap_or(1);
        (telling.letter)(number).ok_or_else(|| {
            DeskError::refused(
                "letter",
                format!("There is no letter {number} that has left."),
                "Record first how it left.",
            )
        })
    }

    fn result(&self) -> Result<Option<ReviewResult>, DeskError> {
        self.result.as_deref().map(|result| coded("result", result)).transpose()
    }

    /// The fact.
    ///
    /// # Errors
    /// Refused, with the field, where something that belongs to the kind is missing or does not exist,
    /// or where something is given that does not belong to it.
    pub(crate) fn fact(&self, telling: &Telling<'_>) -> Result<Fact, DeskError> {
        let kind = self.event_kind()?;
        self.nothing_else(kind)?;
        let reason = || needed("reason", kind, self.reason.clone().filter(|text| !text.is_empty()));
        Ok(match kind {
            EventKind::LetterWritten => Fact::LetterWritten(self.the_letter(telling)?),
            EventKind::RequestSent => Fact::LetterSent(self.the_letter(telling)?, self.sending()?),
            EventKind::LetterReceived => Fact::LetterReceived(self.the_letter(telling)?),
            EventKind::DeliveryFailed => {
                let channel = self.channel.as_deref().map(|text| coded("channel", text));
                Fact::DeliveryFailed(self.the_letter(telling)?, channel.transpose()?)
            }
            EventKind::Resent => Fact::Resent(self.the_letter(telling)?, self.sending()?),
            EventKind::Acknowledged => Fact::Acknowledged(self.theirs(telling)?),
            EventKind::DateClaimed => {
                let claim = needed("claim", kind, self.claim.as_deref())?;
                Fact::DateClaimed(coded("claim", claim)?, needed("names", kind, self.names)?)
            }
            EventKind::ReferenceGiven => {
                needed("their_reference", kind, self.their_reference.as_ref())?;
                Fact::ReferenceGiven(self.notice(telling)?)
            }
            EventKind::ClarificationAsked => Fact::ClarificationAsked(self.notice(telling)?),
            EventKind::ClarificationAnswered => Fact::ClarificationAnswered(self.sending()?),
            EventKind::FeesNotice => Fact::FeesNotice(self.notice(telling)?),
            EventKind::FeesPaid => Fact::FeesPaid,
            EventKind::ExtensionClaimed => Fact::ExtensionClaimed(self.notice(telling)?),
            EventKind::Transferred => Fact::Transferred(Transfer {
                to: needed("to", kind, self.to.clone())?,
                received_on: self.received,
                questions: self.about(telling)?,
            }),
            EventKind::HoldingReply => Fact::HoldingReply(self.notice(telling)?),
            EventKind::RegimeMoved => {
                let to = needed("regime", kind, self.regime.as_deref())?;
                Fact::RegimeMoved(coded("regime", to)?)
            }
            EventKind::Narrowed => {
                let worded = self.wording.iter().map(|(name, text)| {
                    let question = Self::question(name, telling.questions)?;
                    Ok::<_, DeskError>(Wording { question, text: text.clone() })
                });
                let wording: Vec<Wording> = worded.collect::<Result<_, _>>()?;
                needed("wording", kind, wording.first())?;
                Fact::Narrowed(self.sending()?, wording)
            }
            EventKind::ReplyReceived => {
                let theirs = self.theirs(telling)?;
                needed("outcomes", kind, theirs.answers.first())?;
                Fact::ReplyReceived(theirs)
            }
            EventKind::OutcomeCorrected => {
                let theirs = self.theirs(telling)?;
                needed("outcomes", kind, theirs.answers.first())?;
                let of = needed("supersedes", kind, theirs.supersedes)?;
                Fact::OutcomeCorrected(Correction { of, answers: theirs.answers })
            }
            EventKind::ChaserSent => Fact::ChaserSent(self.sending()?),
            EventKind::FollowUpSent => match self.mode {
                Some(_) => Fact::LetterSent(self.the_letter(telling)?, self.sending()?),
                None => Fact::FollowUpSentElsewhere(self.sending()?),
            },
            EventKind::ReviewAsked => Fact::ReviewAskedElsewhere(self.sending()?),
            EventKind::ReviewAcknowledged => Fact::ReviewAcknowledged(self.notice(telling)?),
            EventKind::ReviewExtended => Fact::ReviewExtended(self.notice(telling)?),
            EventKind::ReviewRefused => Fact::ReviewRefused(self.notice(telling)?),
            EventKind::ReviewDecided => {
                let result = needed("result", kind, self.result()?)?;
                Fact::ReviewDecided(result, self.theirs(telling)?)
            }
            EventKind::ComplaintMade => Fact::ComplaintMade(self.sending()?),
            EventKind::ComplaintAcknowledged => Fact::ComplaintAcknowledged(self.notice(telling)?),
            EventKind::DecisionNotice => {
                Fact::DecisionNotice(self.result()?, self.notice(telling)?)
            }
            EventKind::AppealMade => Fact::AppealMade(self.sending()?),
            EventKind::AppealDecided => Fact::AppealDecided(self.result()?, self.notice(telling)?),
            EventKind::PartsWithdrawn => {
                let questions = self.about(telling)?;
                needed("questions", kind, questions.first())?;
                Fact::PartsWithdrawn(questions)
            }
            EventKind::Withdrawn => Fact::Withdrawn(reason()?),
            EventKind::Closed => Fact::Closed(reason()?),
            EventKind::Note => Fact::Note(reason()?),
        })
    }

    /// What is given and does not belong to the kind is refused: it would be lost in silence.
    fn nothing_else(&self, kind: EventKind) -> Result<(), DeskError> {
        const SENT: &[&str] = &["received", "channel", "class"];
        const NOTICE: &[&str] = &["received", "their_reference", "names", "questions"];
        const ANSWERS: &[&str] =
            &["received", "their_reference", "outcome", "outcomes", "supersedes"];
        let (first, more): (&[&str], &[&str]) = match kind {
            EventKind::LetterWritten | EventKind::LetterReceived => (&["letter"], &[]),
            EventKind::RequestSent
            | EventKind::ClarificationAnswered
            | EventKind::ChaserSent
            | EventKind::ReviewAsked
            | EventKind::ComplaintMade
            | EventKind::AppealMade => (SENT, &[]),
            EventKind::Resent => (SENT, &["letter"]),
            EventKind::DeliveryFailed => (&["letter", "channel"], &[]),
            EventKind::FollowUpSent => (SENT, &["mode", "letter"]),
            EventKind::Acknowledged => (&["received", "their_reference"], &[]),
            EventKind::DateClaimed => (&["claim", "names"], &[]),
            EventKind::ReferenceGiven
            | EventKind::ClarificationAsked
            | EventKind::FeesNotice
            | EventKind::ExtensionClaimed
            | EventKind::HoldingReply
            | EventKind::ReviewAcknowledged
            | EventKind::ReviewExtended
            | EventKind::ReviewRefused
            | EventKind::ComplaintAcknowledged => (NOTICE, &[]),
            EventKind::DecisionNotice | EventKind::AppealDecided => (NOTICE, &["result"]),
            EventKind::FeesPaid => (&[], &[]),
            EventKind::Transferred => (&["received", "to", "questions"], &[]),
            EventKind::RegimeMoved => (&["regime"], &[]),
            EventKind::Narrowed => (SENT, &["wording"]),
            EventKind::ReplyReceived => (ANSWERS, &[]),
            EventKind::OutcomeCorrected => (&["outcome", "outcomes", "supersedes"], &[]),
            EventKind::ReviewDecided => (ANSWERS, &["result"]),
            EventKind::PartsWithdrawn => (&["questions"], &[]),
            EventKind::Withdrawn | EventKind::Closed | EventKind::Note => (&["reason"], &[]),
        };
        let given = [
            ("received", self.received.is_some()),
            ("channel", self.channel.is_some()),
            ("class", self.class.is_some()),
            ("letter", self.letter.is_some()),
            ("mode", self.mode.is_some()),
            ("their_reference", self.their_reference.is_some()),
            ("names", self.names.is_some()),
            ("claim", self.claim.is_some()),
            ("questions", !self.questions.is_empty()),
            ("wording", !self.wording.is_empty()),
            ("to", self.to.is_some()),
            ("regime", self.regime.is_some()),
            ("result", self.result.is_some()),
            ("outcome", self.outcome.is_some()),
            ("outcomes", !self.outcomes.is_empty()),
            ("supersedes", self.supersedes.is_some()),
            ("reason", self.reason.is_some()),
        ];
        let stray = given
            .iter()
            .find(|(field, is_given)| *is_given && !first.contains(field) && !more.contains(field));
        match stray {
            None => Ok(()),
            Some((field, _)) => Err(DeskError::refused(
                field,
                format!("“{kind}” takes no “{field}”."),
                "Leave it out, or give another kind of event.",
            )),
        }
    }
}
