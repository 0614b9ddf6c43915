//! `foi record` for what happens in the course of a request.

use desk::{Desk, DeskError, KeptWith, Moment, Recorded, Told};

use crate::act::date_if;
use crate::args::{
    By, Claimed, Class, CourseCommand, DayArguments, NoticeArguments, SentArguments,
};

fn channel(by: By) -> String {
    match by {
        By::Post => "post",
        By::Email => "email",
        By::WebForm => "web_form",
    }
    .to_owned()
}

fn day(kind: &str, day: &DayArguments) -> Result<(String, Told, KeptWith), DeskError> {
    let told = Told { kind: kind.to_owned(), date: desk::date("on", &day.on)?, ..Told::default() };
    let with = KeptWith { notes: day.note.clone(), files: Vec::new() };
    Ok((day.request.clone(), told, with))
}

fn sent(kind: &str, sent: &SentArguments) -> Result<(String, Told, KeptWith), DeskError> {
    let class = sent.class.map(|class| match class {
        Class::First => "first".to_owned(),
        Class::Second => "second".to_owned(),
    });
    let told = Told {
        kind: kind.to_owned(),
        date: desk::date("on", &sent.on)?,
        received: date_if("received", sent.received.as_deref())?,
        channel: Some(channel(sent.by)),
        class,
        ..Told::default()
    };
    let with = KeptWith { notes: sent.note.clone(), files: sent.file.clone() };
    Ok((sent.request.clone(), told, with))
}

fn notice(kind: &str, notice: &NoticeArguments) -> Result<(String, Told, KeptWith), DeskError> {
    let letter = &notice.letter;
    let told = Told {
        kind: kind.to_owned(),
        date: desk::date("dated", &letter.dated)?,
        received: date_if("received", letter.received.as_deref())?,
        their_reference: letter.their_ref.clone(),
        names: date_if("names", notice.names.as_deref())?,
        questions: notice.question.clone(),
        ..Told::default()
    };
    let with = KeptWith { notes: letter.note.clone(), files: letter.file.clone() };
    Ok((letter.request.clone(), told, with))
}

/// A question and its words: `2a=The year 2025 only?`.
fn worded(text: &str) -> Result<(String, String), DeskError> {
    let (question, words) = text.split_once('=').ok_or_else(|| {
        DeskError::refused(
            "question",
            format!("“{text}” names no question and its words."),
            "Give both: 2a=The year 2025 only?",
        )
    })?;
    Ok((question.trim().to_owned(), words.trim().to_owned()))
}

/// Records what a command says.
pub fn run(
    desk: &mut Desk,
    command: &CourseCommand,
    moment: Moment,
) -> Result<Recorded, DeskError> {
    let (request, told, with) = match command {
        CourseCommand::DeliveryFailed { day: on, by } => {
            let (request, told, with) = day("delivery_failed", on)?;
            (request, Told { channel: by.map(channel), ..told }, with)
        }
        CourseCommand::Resent(arguments) => sent("resent", arguments)?,
        CourseCommand::ReferenceGiven(arguments) => notice("reference_given", arguments)?,
        CourseCommand::DateClaimed { day: on, claim, names } => {
            let (request, told, with) = day("date_claimed", on)?;
            let claim = match claim {
                Claimed::Received => "received",
                Claimed::Due => "due",
                Claimed::ReviewRequest => "review-request",
            };
            let names = Some(desk::date("names", names)?);
            (request, Told { claim: Some(claim.to_owned()), names, ..told }, with)
        }
        CourseCommand::ClarificationAsked(arguments) => notice("clarification_asked", arguments)?,
        CourseCommand::ClarificationAnswered(arguments) => {
            sent("clarification_answered", arguments)?
        }
        CourseCommand::FeesNotice(arguments) => notice("fees_notice", arguments)?,
        CourseCommand::FeesPaid(on) => day("fees_paid", on)?,
        CourseCommand::ExtensionClaimed(arguments) => notice("extension_claimed", arguments)?,
        CourseCommand::Transferred { day: on, to, received, question } => {
            let (request, told, with) = day("transferred", on)?;
            let received = date_if("received", received.as_deref())?;
            let questions = question.clone();
            (request, Told { to: Some(to.clone()), received, questions, ..told }, with)
        }
        CourseCommand::HoldingReply(arguments) => notice("holding_reply", arguments)?,
        CourseCommand::RegimeMoved { day: on, regime } => {
            let (request, told, with) = day("regime_moved", on)?;
            (request, Told { regime: Some(regime.clone()), ..told }, with)
        }
        CourseCommand::Narrowed { sent: arguments, question } => {
            let (request, told, with) = sent("narrowed", arguments)?;
            let wording = question.iter().map(|text| worded(text)).collect::<Result<_, _>>()?;
            (request, Told { wording, ..told }, with)
        }
        CourseCommand::ChaserSent(arguments) => sent("chaser_sent", arguments)?,
        CourseCommand::FollowUpSent(arguments) => sent("follow_up_sent", arguments)?,
        CourseCommand::ReviewAcknowledged(arguments) => notice("review_acknowledged", arguments)?,
        CourseCommand::ReviewExtended(arguments) => notice("review_extended", arguments)?,
        CourseCommand::ReviewRefused(arguments) => notice("review_refused", arguments)?,
        CourseCommand::ComplaintMade(arguments) => sent("complaint_made", arguments)?,
        CourseCommand::ComplaintAcknowledged(arguments) => {
            notice("complaint_acknowledged", arguments)?
        }
        CourseCommand::DecisionNotice { notice: arguments, result } => {
            let (request, told, with) = notice("decision_notice", arguments)?;
            (request, Told { result: result.clone(), ..told }, with)
        }
        CourseCommand::AppealMade(arguments) => sent("appeal_made", arguments)?,
        CourseCommand::AppealDecided { notice: arguments, result } => {
            let (request, told, with) = notice("appeal_decided", arguments)?;
            (request, Told { result: result.clone(), ..told }, with)
        }
        CourseCommand::PartsWithdrawn { day: on, question } => {
            let (request, told, with) = day("parts_withdrawn", on)?;
            (request, Told { questions: question.clone(), ..told }, with)
        }
    };
    desk.record_told(&request, &told, with, moment)
}
