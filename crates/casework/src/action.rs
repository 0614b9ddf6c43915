//! What may be done now. Strict: each act is allowed, or refused with the reason and the way out.
//!
//! A refusal changes nothing. What the law refuses names the law; what only order refuses (a reply
//! before the request left) names the field.

use chrono::NaiveDate;

use crate::agenda::{may_ask_afresh, recommended_mode};
use crate::case::{Case, CaseFile, OurLetter};
use crate::clock::{Clock, ClockKind, words};
use crate::event::{Channel, FromForce, Sending};
use crate::id::{LetterId, QuestionId};
use crate::letter::{LetterKind, Mode};
use crate::outcome::Outcome;
use crate::question::Question;
use crate::refusal::Refusal;

mod answers;
mod correction;
mod days;
mod happen;

pub use answers::{NamedAnswer, name_answers};
pub use correction::correct_outcomes;
use days::{not_after_today, theirs_after};
pub use happen::happened;

/// What a follow-up will be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowUpPlan {
    /// What it is in law.
    pub mode: Mode,
    /// The mode that the facts recommend.
    pub recommended: Mode,
    /// The open questions, all of which it takes up.
    pub questions: Vec<QuestionId>,
    /// Those that its fresh request is about.
    pub fresh_questions: Vec<QuestionId>,
    /// What to know before it is sent.
    pub warnings: Vec<String>,
}

/// What a request for review will be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewPlan {
    /// The questions that it puts in issue.
    pub questions: Vec<QuestionId>,
    /// What to know before it is sent.
    pub warnings: Vec<String>,
}

fn sent_on(case: &Case) -> Result<NaiveDate, Refusal> {
    case.sent_on().ok_or_else(|| {
        Refusal::new(
            format!("{} has not been sent, so nothing can have come back.", case.reference),
            "Record first how its letter left: posted or e-mailed, and on which day.",
        )
        .on("request")
    })
}

/// May this letter be recorded as having left on this day?
///
/// # Errors
/// Refused if it was taken back, has already left by this channel, or the days cannot be right.
pub fn send_letter(
    case: &Case,
    letter: LetterId,
    on: NaiveDate,
    sending: Sending,
    today: NaiveDate,
) -> Result<(), Refusal> {
    let ours = case.letters.iter().find(|ours| ours.facts.id == letter).ok_or_else(|| {
        Refusal::new(
            format!("{} has no such letter in the queue.", case.reference),
            "Write it again; it was taken back.",
        )
        .on("request")
    })?;
    let reference = case.reference.letter(ours.facts.number);
    not_after_today(on, today, "on")?;
    if on < ours.facts.dated {
        return Err(Refusal::new(
            format!(
                "{reference} bears the date {}; it cannot have left on {}.",
                words(ours.facts.dated),
                words(on)
            ),
            "Give the day on which it really left, or write the letter again with its right date.",
        )
        .on("on"));
    }
    let channel = sending.channel();
    if let Some(sent) = ours.sent.iter().find(|sent| sent.sending.channel() == channel) {
        return Err(Refusal::new(
            format!("{reference} already left by {channel} on {}.", words(sent.on)),
            "Nothing is recorded twice. To put a wrong day right, strike that event and record it again.",
        )
        .on("request"));
    }
    if let Some(received) = sending.received_on() {
        not_after_today(received, today, "received")?;
        if received < on {
            return Err(Refusal::new(
                format!(
                    "It cannot have arrived on {}, before it left on {}.",
                    words(received),
                    words(on)
                ),
                "Give the day on which it arrived, or leave it out: the day is then presumed.",
            )
            .on("received"));
        }
    }
    Ok(())
}

/// May the day of arrival of a letter be recorded?
///
/// # Errors
/// Refused if it has not left, or the day cannot be right.
pub fn letter_received(ours: &OurLetter, on: NaiveDate, today: NaiveDate) -> Result<(), Refusal> {
    not_after_today(on, today, "on")?;
    match ours.first_sent() {
        None => Err(Refusal::new(
            "The letter has not left, so it cannot have arrived.",
            "Record first how it left.",
        )
        .on("request")),
        Some(sent) if on < sent.on => Err(Refusal::new(
            format!("It left on {}, so it cannot have arrived on {}.", words(sent.on), words(on)),
            "Give the day on which it arrived.",
        )
        .on("on")),
        Some(_) => Ok(()),
    }
}

/// May this reply be recorded?
///
/// # Errors
/// Refused before the request left, with impossible dates, or when the same reply is recorded
/// already.
pub fn record_reply(
    case: &Case,
    file: &CaseFile,
    dated: NaiveDate,
    theirs: &FromForce,
    today: NaiveDate,
) -> Result<(), Refusal> {
    let sent = sent_on(case)?;
    theirs_after(sent, "was sent", dated, theirs.received_on, today)?;
    let already = file.events.iter().any(|event| {
        event.struck.is_none()
            && event.happened_on == dated
            && matches!(&event.fact, crate::event::Fact::ReplyReceived(known)
                if known.their_reference == theirs.their_reference && known.answers == theirs.answers)
    });
    if already {
        return Err(Refusal::new(
            format!("This reply of {} is recorded already.", words(dated)),
            "Nothing is recorded twice.",
        )
        .on("request"));
    }
    Ok(())
}

/// May an acknowledgement be recorded?
///
/// # Errors
/// As [`record_reply`].
pub fn record_acknowledgement(
    case: &Case,
    dated: NaiveDate,
    received_on: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<(), Refusal> {
    theirs_after(sent_on(case)?, "was sent", dated, received_on, today)
}

/// What a follow-up in this mode would take up, today.
///
/// # Errors
/// Refused where nothing came back, nothing is open, another letter is with the force, or the mode
/// has nothing to ask.
pub fn write_follow_up(
    case: &Case,
    mode: Mode,
    clocks: &[Clock],
    today: NaiveDate,
) -> Result<FollowUpPlan, Refusal> {
    sent_on(case)?;
    let reply = case.last_reply().ok_or_else(|| {
        Refusal::new(
            format!("{} has had no reply, so there is nothing to follow up.", case.reference),
            "Record the reply first. Silence is answered by a chaser once the time is over.",
        )
        .on("request")
    })?;
    nothing_in_hand(case)?;
    let open: Vec<(&Question, Outcome)> = case
        .open_questions()
        .map(|(question, current)| (question, current.answer.outcome))
        .collect();
    if open.is_empty() {
        return Err(Refusal::new(
            format!("{} has no open question.", case.reference),
            "There is nothing to follow up.",
        )
        .on("request"));
    }
    let earlier = case.letters.iter().find(|ours| {
        ours.facts.mode.is_some_and(|mode| !mode.asks_review())
            && ours.first_sent().is_some_and(|sent| sent.on >= reply.known_on)
    });
    if let (Some(earlier), false) = (earlier, mode.asks_review()) {
        return Err(Refusal::new(
            format!(
                "{} already follows up the reply of {}.",
                case.reference.letter(earlier.facts.number),
                words(reply.dated)
            ),
            "Wait for its answer, or ask for an internal review.",
        )
        .on("mode"));
    }
    if mode.asks_review() {
        review_in_issue(case)?;
    }
    let fresh_questions: Vec<QuestionId> = open
        .iter()
        .filter(|(_, outcome)| may_ask_afresh(*outcome, mode))
        .map(|(q, _)| q.id)
        .collect();
    if mode.has_fresh_request() && fresh_questions.is_empty() {
        return Err(Refusal::new(
            format!(
                "Mode {} needs a question that can be asked afresh, and there is none.",
                law::Coded::code(mode)
            ),
            "Ask for an internal review (mode B).",
        )
        .on("mode"));
    }
    let recommended = recommended_mode(case);
    let mut warnings = window_warnings(clocks, today);
    if case.regime.is_environmental() && !mode.asks_review() {
        warnings.push(format!(
            "Under the {} a letter that says it is not content asks for a review, whatever it calls \
             itself: the review clocks will run from it.",
            case.regime.act()
        ));
    }
    if recommended.asks_review() && !mode.asks_review() {
        warnings.push(
            "Something was refused, left out or only partly answered: an internal review (mode B) \
             is recommended. This letter does not move the time for asking for one."
                .to_owned(),
        );
    }
    Ok(FollowUpPlan {
        mode,
        recommended,
        questions: open.iter().map(|(question, _)| question.id).collect(),
        fresh_questions: if mode.has_fresh_request() { fresh_questions } else { Vec::new() },
        warnings,
    })
}

/// No volley: not while a letter of the kind waits to leave, and not while a review is open.
fn nothing_in_hand(case: &Case) -> Result<(), Refusal> {
    if let Some(ours) = case.queued().find(|ours| ours.facts.kind != LetterKind::Request) {
        return Err(Refusal::new(
            format!("{} is written and has not left.", case.reference.letter(ours.facts.number)),
            "Post it, or take it back (undo) before writing another.",
        )
        .on("request"));
    }
    if let Some(review) = case.open_review() {
        return Err(Refusal::new(
            format!(
                "{} has an internal review open since {}.",
                case.reference,
                words(review.asked_on)
            ),
            "Wait for its outcome; record it when it comes.",
        )
        .on("request"));
    }
    Ok(())
}

/// A review may be asked once for each answer.
fn review_in_issue(case: &Case) -> Result<(), Refusal> {
    let decided = case.reviews.iter().filter_map(|review| review.decided.as_ref()).next_back();
    let replied_since =
        |day: NaiveDate| case.last_reply().is_some_and(|reply| reply.known_on > day);
    match decided {
        Some(decided) if !replied_since(decided.known_on) => Err(Refusal::new(
            format!("The review of {} was decided on {}.", case.reference, words(decided.dated)),
            format!("What is left is the {}.", case.regime.commissioner()),
        )
        .on("request")),
        Some(_) | None => Ok(()),
    }
}

fn window_warnings(clocks: &[Clock], today: NaiveDate) -> Vec<String> {
    clocks
        .iter()
        .filter(|clock| clock.kind == ClockKind::ReviewRequest && clock.stopped_on.is_none())
        .map(|clock| {
            if today > clock.due {
                format!(
                    "The time to ask for a review ({}) ended on {}; the force need not accept a late request.",
                    clock.subject,
                    words(clock.due)
                )
            } else {
                format!(
                    "Still in time for a review ({}): until the end of {}.",
                    clock.subject,
                    words(clock.due)
                )
            }
        })
        .collect()
}

/// What a request for review would put in issue, today.
///
/// # Errors
/// Refused where nothing was decided or is late, nothing is open, or a review is open or done.
pub fn write_review(
    case: &Case,
    clocks: &[Clock],
    today: NaiveDate,
) -> Result<ReviewPlan, Refusal> {
    sent_on(case)?;
    nothing_in_hand(case)?;
    review_in_issue(case)?;
    let open: Vec<QuestionId> = case
        .open_questions()
        .chain(case.counted().filter(|(_, current)| current.answer.outcome == Outcome::Awaiting))
        .map(|(question, _)| question.id)
        .collect();
    let response = clocks.iter().find(|clock| clock.kind == ClockKind::Response);
    let in_time = response.is_none_or(|clock| today <= clock.due);
    if case.last_reply().is_none() && in_time {
        let due =
            response.map_or_else(String::new, |c| format!(" until the end of {}", words(c.due)));
        return Err(Refusal::new(
            format!("{} still has time to answer{due}.", case.reference),
            "A review is of a decision, or of a missed limit: wait for either.",
        )
        .on("request")
        .citing(case.regime.response_section()));
    }
    if open.is_empty() {
        return Err(Refusal::new(
            format!("{} has no open question.", case.reference),
            "There is nothing to review.",
        )
        .on("request"));
    }
    let mut questions = open;
    questions.sort_by_key(|id| case.questions.iter().position(|question| question.id == *id));
    let mut warnings = window_warnings(clocks, today);
    if case.last_reply().is_none() && !case.regime.is_scottish() {
        warnings.push(
            "The force has not answered at all: the Commissioner takes a complaint about silence without a review."
                .to_owned(),
        );
    }
    Ok(ReviewPlan { questions, warnings })
}

/// May it be recorded that a review was asked for by a letter that was not written here?
///
/// # Errors
/// Refused as a request for review would be, or with impossible dates.
pub fn review_asked_elsewhere(
    case: &Case,
    on: NaiveDate,
    sending: Sending,
    today: NaiveDate,
) -> Result<(), Refusal> {
    let sent = sent_on(case)?;
    if let Some(review) = case.open_review() {
        return Err(Refusal::new(
            format!(
                "{} has an internal review open since {}.",
                case.reference,
                words(review.asked_on)
            ),
            "Record its outcome first.",
        )
        .on("request"));
    }
    review_in_issue(case)?;
    not_after_today(on, today, "on")?;
    if on < sent {
        return Err(Refusal::new(
            format!(
                "The request left on {}; a review cannot be asked on {}.",
                words(sent),
                words(on)
            ),
            "Check the day.",
        )
        .on("on"));
    }
    match sending.received_on() {
        Some(received) if received < on => Err(Refusal::new(
            format!(
                "It cannot have arrived on {}, before it left on {}.",
                words(received),
                words(on)
            ),
            "Give the day on which it arrived, or leave it out.",
        )
        .on("received")),
        Some(received) => not_after_today(received, today, "received"),
        None => Ok(()),
    }
}

/// May the outcome of a review be recorded?
///
/// # Errors
/// Refused where no review is open, or with impossible dates.
pub fn review_decided(
    case: &Case,
    dated: NaiveDate,
    received_on: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<(), Refusal> {
    let review = case.open_review().ok_or_else(|| {
        Refusal::new(
            format!("{} has no internal review open.", case.reference),
            "Record first that it was asked for, and when.",
        )
        .on("request")
    })?;
    theirs_after(review.asked_on, "was asked", dated, received_on, today)
}

/// May the request be ended by a person?
///
/// # Errors
/// Refused where it has ended already, where no reason is given, or for a day to come.
pub fn end(case: &Case, on: NaiveDate, reason: &str, today: NaiveDate) -> Result<(), Refusal> {
    if let Some(ended) = &case.ended {
        return Err(Refusal::new(
            format!("{} ended on {}.", case.reference, words(ended.on)),
            "Nothing more is to be done on it.",
        )
        .on("request"));
    }
    if reason.trim().is_empty() {
        return Err(Refusal::new("A request is closed with a reason.", "Say why.").on("reason"));
    }
    sent_on(case)?;
    not_after_today(on, today, "on")
}

/// The channel of a letter in a sentence: "by post", "by e-mail".
pub fn by(channel: Channel) -> String {
    format!("by {channel}")
}

#[cfg(test)]
mod tests;
