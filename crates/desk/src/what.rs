//! What happened, as a line of a chronology.

use casework::Coded;
use casework::clock::words;
use casework::event::{Event, Fact, FromForce, Notice, Sending};

fn by(sending: Sending) -> String {
    match sending {
        Sending::Posted { class, .. } => format!("by post, {class}"),
        Sending::Emailed { .. } => "by e-mail".to_owned(),
        Sending::WebForm { .. } => "by web form".to_owned(),
    }
}

fn theirs(what: &str, from: &FromForce) -> String {
    let reference =
        from.their_reference.as_ref().map(|reference| format!(", their reference {reference}"));
    format!("{what}{}", reference.unwrap_or_default())
}

fn named(what: &str, notice: &Notice, meaning: &str) -> String {
    let day = notice.names_day.map(|day| format!(", {meaning} {}", words(day)));
    let reference =
        notice.their_reference.as_ref().map(|reference| format!(", their reference {reference}"));
    format!("{what}{}{}", day.unwrap_or_default(), reference.unwrap_or_default())
}

/// What happened, as a line.
pub(crate) fn what(event: &Event, letter: impl Fn(casework::id::LetterId) -> String) -> String {
    let label = event.kind.label();
    match &event.fact {
        Fact::LetterWritten(id) => format!("{} written and queued", letter(*id)),
        Fact::LetterSent(id, sending) => format!("{} left {}", letter(*id), by(*sending)),
        Fact::Resent(id, sending) => format!("{} sent again {}", letter(*id), by(*sending)),
        Fact::LetterReceived(id) => format!("{} received by the force", letter(*id)),
        Fact::DeliveryFailed(id, Some(channel)) => {
            format!("{} came back, sent by {channel}", letter(*id))
        }
        Fact::DeliveryFailed(id, None) => format!("{} came back", letter(*id)),
        Fact::Acknowledged(from) => theirs("Acknowledged", from),
        Fact::ReplyReceived(from) => theirs("Reply received", from),
        Fact::ReviewDecided(result, from) => theirs(&format!("Internal review: {result}"), from),
        Fact::OutcomeCorrected(correction) => match correction.answers.len() {
            1 => "The outcome of one question corrected".to_owned(),
            count => format!("The outcomes of {count} questions corrected"),
        },
        Fact::ReferenceGiven(notice)
        | Fact::ClarificationAsked(notice)
        | Fact::FeesNotice(notice)
        | Fact::ReviewAcknowledged(notice)
        | Fact::ReviewRefused(notice)
        | Fact::ComplaintAcknowledged(notice) => named(label, notice, "naming"),
        Fact::ExtensionClaimed(notice) | Fact::ReviewExtended(notice) => {
            named(label, notice, "until")
        }
        Fact::HoldingReply(notice) => named(label, notice, "promising"),
        Fact::DecisionNotice(result, notice) => {
            let result = result.map(|result| format!(": {result}")).unwrap_or_default();
            named(&format!("{label}{result}"), notice, "to be followed by")
        }
        Fact::AppealDecided(Some(result), _) => format!("{label}: {result}"),
        Fact::DateClaimed(claim, day) => format!("The force says: {claim} {}", words(*day)),
        Fact::Transferred(transfer) => format!("Passed to {}", transfer.to),
        Fact::RegimeMoved(to) => format!("Moved to the {to}"),
        Fact::ClarificationAnswered(sending)
        | Fact::Narrowed(sending, _)
        | Fact::ChaserSent(sending)
        | Fact::FollowUpSentElsewhere(sending)
        | Fact::ReviewAskedElsewhere(sending)
        | Fact::ComplaintMade(sending)
        | Fact::AppealMade(sending) => format!("{label} {}", by(*sending)),
        Fact::AppealDecided(None, _)
        | Fact::FeesPaid
        | Fact::PartsWithdrawn(_)
        | Fact::Withdrawn(_)
        | Fact::Closed(_)
        | Fact::Note(_) => label.to_owned(),
    }
}
