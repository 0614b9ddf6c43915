//! The days that a record may bear: none after today, and theirs after ours.

use chrono::NaiveDate;

use crate::clock::words;
use crate::refusal::Refusal;

/// What is recorded has happened.
pub(super) fn not_after_today(
    day: NaiveDate,
    today: NaiveDate,
    field: &str,
) -> Result<(), Refusal> {
    if day > today {
        return Err(Refusal::new(
            format!("{} is after today, {}.", words(day), words(today)),
            "Record what has happened; give the day on which it did.",
        )
        .on(field));
    }
    Ok(())
}

/// The dates of a letter of theirs must follow ours and lie in the past.
pub(super) fn theirs_after(
    earliest: NaiveDate,
    earliest_is: &str,
    dated: NaiveDate,
    received_on: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<(), Refusal> {
    not_after_today(dated, today, "dated")?;
    if dated < earliest {
        return Err(Refusal::new(
            format!(
                "A letter of theirs dated {} cannot answer what {earliest_is} on {}.",
                words(dated),
                words(earliest)
            ),
            "Check the date on their letter, and the day on which ours left.",
        )
        .on("dated"));
    }
    if let Some(received) = received_on {
        not_after_today(received, today, "received")?;
        if received < dated {
            return Err(Refusal::new(
                format!(
                    "It bears the date {} and cannot have arrived on {}.",
                    words(dated),
                    words(received)
                ),
                "The date on the letter and the day it arrived are two facts: check both.",
            )
            .on("received"));
        }
    }
    Ok(())
}
