//! The letters that left in the last weeks: what was posted, when, and when it counts as received.

use casework::letter::LetterKind;
use chrono::{Days, NaiveDate};
use law::Coded;
use law::receipt::ReceiptBasis;
use serde::Serialize;
use ts_rs::TS;

use crate::code::Code;
use crate::error::DeskError;
use crate::library::Desk;
use crate::requests::known;

/// How far back the list goes, in days.
const DAYS: u64 = 30;

/// A letter that left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PostedLine {
    /// The letter's reference.
    pub reference: String,
    /// The reference of its request.
    pub request: String,
    /// The force's full name.
    pub force_name: String,
    /// What the letter is.
    #[ts(as = "Code<LetterKind>")]
    pub kind: &'static str,
    /// The day on which it first left.
    pub left_on: NaiveDate,
    /// The day on which it counts as received.
    pub received_on: Option<NaiveDate>,
    /// `actual`, `deemed` or `same-day`.
    #[ts(as = "Option<Code<ReceiptBasis>>")]
    pub receipt: Option<&'static str>,
    /// How it left and when it counts as received, in words.
    pub words: String,
}

impl Desk {
    /// The letters that left in the thirty days up to this one, the latest first.
    ///
    /// # Errors
    /// A fault of the library.
    pub fn posted(&self, today: NaiveDate) -> Result<Vec<PostedLine>, DeskError> {
        let since = today.checked_sub_days(Days::new(DAYS)).unwrap_or(today);
        self.store.read(|r| {
            let mut lines = Vec::new();
            for row in r.requests_with_letters_since(since)? {
                let known = known(r, row)?;
                for ours in &known.computed.case.letters {
                    let Some(first) = ours.first_sent().filter(|first| first.on >= since) else {
                        continue;
                    };
                    let receipt = ours.receipt().map(|sent| sent.receipt);
                    let left = ours.sent.iter().map(|sent| {
                        let by = casework::action::by(sent.sending.channel());
                        format!("{by} on {}", short(sent.on))
                    });
                    let left = left.collect::<Vec<_>>().join(", ");
                    let received = match &receipt {
                        Some(receipt) => {
                            format!("received {} ({})", short(receipt.on), receipt.basis)
                        }
                        None => "came back".to_owned(),
                    };
                    lines.push(PostedLine {
                        reference: known.letter_reference(&ours.facts),
                        request: known.row.reference.to_string(),
                        force_name: known.row.force_name.clone(),
                        kind: ours.facts.kind.code(),
                        left_on: first.on,
                        received_on: receipt.as_ref().map(|receipt| receipt.on),
                        receipt: receipt.map(|receipt| receipt.basis.code()),
                        words: format!("{left}; {received}"),
                    });
                }
            }
            lines.sort_by_key(|line| std::cmp::Reverse(line.left_on));
            Ok(lines)
        })
    }
}

fn short(date: NaiveDate) -> String {
    date.format("%-d %b %Y").to_string()
}
