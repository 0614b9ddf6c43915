//! A fact as the columns of an event, and back.

use casework::event::{
    Channel, Claim, Correction, EventKind, Fact, FromForce, Notice, ReviewResult, Sending,
    Transfer, Wording,
};
use casework::id::{EventId, LetterId, QuestionId};
use casework::outcome::Answer;
use chrono::NaiveDate;
use law::receipt::PostClass;
use law::regime::Regime;
use rusqlite::Row;

use crate::codes::{coded_if, date_if, get};
use crate::error::StoreError;

/// What stands in other tables of an event.
pub(super) struct Kept {
    pub(super) words: String,
    pub(super) answers: Vec<(QuestionId, Answer)>,
    pub(super) questions: Vec<(QuestionId, Option<String>)>,
}

fn sending(row: &Row<'_>) -> Result<Sending, StoreError> {
    let received_on = date_if("received on", get(row, "received_on")?)?;
    let channel: Option<Channel> = coded_if("channel", get(row, "channel")?)?;
    let class: Option<PostClass> = coded_if("class of post", get(row, "post_class")?)?;
    match (channel, class) {
        (Some(Channel::Post), Some(class)) => Ok(Sending::Posted { class, received_on }),
        (Some(Channel::Email), None) => Ok(Sending::Emailed { received_on }),
        (Some(Channel::WebForm), None) => Ok(Sending::WebForm { received_on }),
        (Some(Channel::Post), None)
        | (Some(Channel::Email | Channel::WebForm), Some(_))
        | (None, _) => {
            Err(StoreError::UnknownValue("an event says not how the letter left".to_owned()))
        }
    }
}

fn missing(kind: EventKind, what: &str) -> StoreError {
    StoreError::UnknownValue(format!("“{kind}” names no {what}"))
}

/// Reads the fact of an event.
pub(super) fn fact(row: &Row<'_>, kind: EventKind, kept: Kept) -> Result<Fact, StoreError> {
    let Kept { words, answers, questions } = kept;
    let letter: Option<LetterId> = get::<Option<i64>>(row, "letter_id")?.map(LetterId);
    let needs_letter = || letter.ok_or_else(|| missing(kind, "letter"));
    let received_on: Option<NaiveDate> = date_if("received on", get(row, "received_on")?)?;
    let names_day: Option<NaiveDate> = date_if("day that is named", get(row, "names_day")?)?;
    let supersedes = get::<Option<i64>>(row, "supersedes")?.map(EventId);
    let result: Option<ReviewResult> = coded_if("result", get(row, "review_result")?)?;
    let their_reference: Option<String> = get(row, "their_reference")?;
    let about: Vec<QuestionId> = questions.iter().map(|(question, _)| *question).collect();
    let theirs = || FromForce {
        received_on,
        their_reference: their_reference.clone(),
        answers: answers.clone(),
        supersedes,
    };
    let notice = || Notice {
        received_on,
        their_reference: their_reference.clone(),
        names_day,
        questions: about.clone(),
    };
    Ok(match kind {
        EventKind::LetterWritten => Fact::LetterWritten(needs_letter()?),
        EventKind::RequestSent => Fact::LetterSent(needs_letter()?, sending(row)?),
        EventKind::FollowUpSent => match letter {
            Some(letter) => Fact::LetterSent(letter, sending(row)?),
            None => Fact::FollowUpSentElsewhere(sending(row)?),
        },
        EventKind::ReviewAsked => match letter {
            Some(letter) => Fact::LetterSent(letter, sending(row)?),
            None => Fact::ReviewAskedElsewhere(sending(row)?),
        },
        EventKind::ChaserSent => match letter {
            Some(letter) => Fact::LetterSent(letter, sending(row)?),
            None => Fact::ChaserSent(sending(row)?),
        },
        EventKind::Resent => Fact::Resent(needs_letter()?, sending(row)?),
        EventKind::LetterReceived => Fact::LetterReceived(needs_letter()?),
        EventKind::DeliveryFailed => {
            Fact::DeliveryFailed(needs_letter()?, coded_if("channel", get(row, "channel")?)?)
        }
        EventKind::Acknowledged => Fact::Acknowledged(theirs()),
        EventKind::ReferenceGiven => Fact::ReferenceGiven(notice()),
        EventKind::DateClaimed => {
            let claim: Option<Claim> = coded_if("claim", get(row, "claim")?)?;
            let claim = claim.ok_or_else(|| missing(kind, "claim"))?;
            Fact::DateClaimed(claim, names_day.ok_or_else(|| missing(kind, "day"))?)
        }
        EventKind::ClarificationAsked => Fact::ClarificationAsked(notice()),
        EventKind::ClarificationAnswered => Fact::ClarificationAnswered(sending(row)?),
        EventKind::FeesNotice => Fact::FeesNotice(notice()),
        EventKind::FeesPaid => Fact::FeesPaid,
        EventKind::ExtensionClaimed => Fact::ExtensionClaimed(notice()),
        EventKind::Transferred => {
            let to: Option<String> = get(row, "passed_to")?;
            let to = to.ok_or_else(|| missing(kind, "authority"))?;
            Fact::Transferred(Transfer { to, received_on, questions: about })
        }
        EventKind::HoldingReply => Fact::HoldingReply(notice()),
        EventKind::RegimeMoved => {
            let to: Option<Regime> = coded_if("regime", get(row, "moved_to")?)?;
            Fact::RegimeMoved(to.ok_or_else(|| missing(kind, "regime"))?)
        }
        EventKind::Narrowed => {
            let worded = questions
                .into_iter()
                .map(|(question, text)| Wording { question, text: text.unwrap_or_default() });
            Fact::Narrowed(sending(row)?, worded.collect())
        }
        EventKind::ReplyReceived => Fact::ReplyReceived(theirs()),
        EventKind::OutcomeCorrected => Fact::OutcomeCorrected(Correction {
            of: supersedes.ok_or_else(|| missing(kind, "reply"))?,
            answers,
        }),
        EventKind::ReviewAcknowledged => Fact::ReviewAcknowledged(notice()),
        EventKind::ReviewExtended => Fact::ReviewExtended(notice()),
        EventKind::ReviewRefused => Fact::ReviewRefused(notice()),
        EventKind::ReviewDecided => {
            Fact::ReviewDecided(result.ok_or_else(|| missing(kind, "result"))?, theirs())
        }
        EventKind::ComplaintMade => Fact::ComplaintMade(sending(row)?),
        EventKind::ComplaintAcknowledged => Fact::ComplaintAcknowledged(notice()),
        EventKind::DecisionNotice => Fact::DecisionNotice(result, notice()),
        EventKind::AppealMade => Fact::AppealMade(sending(row)?),
        EventKind::AppealDecided => Fact::AppealDecided(result, notice()),
        EventKind::PartsWithdrawn => Fact::PartsWithdrawn(about),
        EventKind::Withdrawn => Fact::Withdrawn(words),
        EventKind::Closed => Fact::Closed(words),
        EventKind::Note => Fact::Note(words),
    })
}

/// The columns of an event that its fact fills.
#[derive(Default)]
pub(super) struct Columns<'a> {
    pub(super) received_on: Option<NaiveDate>,
    pub(super) letter: Option<LetterId>,
    pub(super) channel: Option<Channel>,
    pub(super) class: Option<PostClass>,
    pub(super) their_reference: Option<&'a str>,
    pub(super) names_day: Option<NaiveDate>,
    pub(super) claim: Option<Claim>,
    pub(super) moved_to: Option<Regime>,
    pub(super) passed_to: Option<&'a str>,
    pub(super) questions: Vec<(QuestionId, Option<&'a str>)>,
    pub(super) supersedes: Option<EventId>,
    pub(super) answers: &'a [(QuestionId, Answer)],
    pub(super) result: Option<ReviewResult>,
    pub(super) words: Option<&'a str>,
}

fn about<'a>(questions: &[QuestionId]) -> Vec<(QuestionId, Option<&'a str>)> {
    questions.iter().map(|question| (*question, None)).collect()
}

impl<'a> Columns<'a> {
    fn from_force(theirs: &'a FromForce) -> Self {
        Self {
            received_on: theirs.received_on,
            their_reference: theirs.their_reference.as_deref(),
            supersedes: theirs.supersedes,
            answers: &theirs.answers,
            ..Self::default()
        }
    }

    fn notice(notice: &'a Notice) -> Self {
        Self {
            received_on: notice.received_on,
            their_reference: notice.their_reference.as_deref(),
            names_day: notice.names_day,
            questions: about(&notice.questions),
            ..Self::default()
        }
    }

    fn sent(letter: Option<LetterId>, sending: Sending) -> Self {
        Self {
            letter,
            channel: Some(sending.channel()),
            class: sending.class(),
            received_on: sending.received_on(),
            ..Self::default()
        }
    }

    /// What a fact puts into the columns.
    pub(super) fn of(fact: &'a Fact) -> Self {
        let none = Self::default();
        match fact {
            Fact::LetterWritten(letter) | Fact::LetterReceived(letter) => {
                Self { letter: Some(*letter), ..none }
            }
            Fact::LetterSent(letter, sending) | Fact::Resent(letter, sending) => {
                Self::sent(Some(*letter), *sending)
            }
            Fact::DeliveryFailed(letter, channel) => {
                Self { letter: Some(*letter), channel: *channel, ..none }
            }
            Fact::ClarificationAnswered(sending)
            | Fact::ChaserSent(sending)
            | Fact::FollowUpSentElsewhere(sending)
            | Fact::ReviewAskedElsewhere(sending)
            | Fact::ComplaintMade(sending)
            | Fact::AppealMade(sending) => Self::sent(None, *sending),
            Fact::Narrowed(sending, wording) => Self {
                questions: wording
                    .iter()
                    .map(|worded| (worded.question, Some(worded.text.as_str())))
                    .collect(),
                ..Self::sent(None, *sending)
            },
            Fact::Acknowledged(theirs) | Fact::ReplyReceived(theirs) => Self::from_force(theirs),
            Fact::ReferenceGiven(notice)
            | Fact::ClarificationAsked(notice)
            | Fact::FeesNotice(notice)
            | Fact::ExtensionClaimed(notice)
            | Fact::HoldingReply(notice)
            | Fact::ReviewAcknowledged(notice)
            | Fact::ReviewExtended(notice)
            | Fact::ReviewRefused(notice)
            | Fact::ComplaintAcknowledged(notice) => Self::notice(notice),
            Fact::DecisionNotice(result, notice) | Fact::AppealDecided(result, notice) => {
                Self { result: *result, ..Self::notice(notice) }
            }
            Fact::DateClaimed(claim, day) => {
                Self { claim: Some(*claim), names_day: Some(*day), ..none }
            }
            Fact::FeesPaid => none,
            Fact::Transferred(transfer) => Self {
                passed_to: Some(&transfer.to),
                received_on: transfer.received_on,
                questions: about(&transfer.questions),
                ..none
            },
            Fact::RegimeMoved(to) => Self { moved_to: Some(*to), ..none },
            Fact::ReviewDecided(result, theirs) => {
                Self { result: Some(*result), ..Self::from_force(theirs) }
            }
            Fact::OutcomeCorrected(Correction { of, answers }) => {
                Self { supersedes: Some(*of), answers, ..none }
            }
            Fact::PartsWithdrawn(questions) => Self { questions: about(questions), ..none },
            Fact::Withdrawn(words) | Fact::Closed(words) | Fact::Note(words) => {
                Self { words: Some(words), ..none }
            }
        }
    }
}
