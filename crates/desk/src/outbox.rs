//! Marking letters as having left: this, and nothing before it, starts the clocks.

use casework::action;
use casework::clock::ClockKind;
use casework::event::{Event, EventKind, Fact, Sending};
use casework::id::OperationId;
use casework::letter::LetterKind;
use chrono::NaiveDate;
use law::Coded;
use law::receipt::{PostClass, ReceiptBasis};
use serde::{Deserialize, Serialize};
use store::table::events::NewEvent;
use store::table::letters::KeptLetter;
use store::table::operations::ItemState;
use store::{Reader, compute};
use ts_rs::TS;

use crate::batch::BatchItem;
use crate::code::{self, Code};
use crate::effect::NOT_RECORDED;
use crate::error::DeskError;
use crate::input::letter_number;
use crate::library::{Desk, Moment};
use crate::requests::{Known, find, known};
use crate::wrong::WrongEvent;

/// How letters left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "by", rename_all = "snake_case", deny_unknown_fields)]
pub enum Departure {
    /// By post, on the day given.
    #[serde(rename = "post")]
    Posted {
        /// The class of post.
        #[ts(as = "Code<PostClass>")]
        #[serde(deserialize_with = "code::read")]
        class: PostClass,
    },
    /// By e-mail, on the day given.
    #[serde(rename = "email")]
    Emailed,
    /// Put into the force's form on the web, on the day given: received on that day, as an e-mail is.
    #[serde(rename = "web_form")]
    Submitted,
}

/// An order to mark letters as having left.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SendingOrder {
    /// The letters' requests; nothing where all are meant.
    pub references: Vec<String>,
    /// Every letter in the queue.
    pub all: bool,
    /// How they left.
    pub departure: Departure,
    /// The day on which they left.
    pub on: NaiveDate,
    /// The day on which they arrived, where that is known.
    pub received_on: Option<NaiveDate>,
    /// How the one letter left was recorded wrongly: that is struck, and this stands for it.
    #[serde(default)]
    #[ts(optional)]
    pub corrects: Option<WrongEvent>,
}

/// A clock that a letter started.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StartedClock {
    /// The letter.
    pub letter: String,
    /// The day on which it arrived, actually or deemed.
    pub received_on: NaiveDate,
    /// `actual`, `deemed` or `same-day`.
    #[ts(as = "Code<ReceiptBasis>")]
    pub receipt: &'static str,
    /// What the clock is about; nothing where the letter starts none.
    #[ts(as = "Option<Code<ClockKind>>")]
    pub limit: Option<&'static str>,
    /// The same, for people.
    pub limit_label: Option<&'static str>,
    /// Due by the end of this day.
    pub due: Option<NaiveDate>,
    /// The working in one sentence.
    pub working: String,
}

/// What marking letters came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SendingReport {
    /// The number of the act, by which it can be taken back; nothing where nothing was done.
    pub operation: Option<i64>,
    /// The day on which they left.
    pub on: NaiveDate,
    /// Every letter, done or not.
    pub items: Vec<BatchItem>,
    /// The clocks that they started.
    pub clocks: Vec<StartedClock>,
}

/// A letter to be marked.
pub(crate) struct Leaving {
    pub known: Known,
    pub kept: KeptLetter,
    pub sending: Sending,
}

impl Departure {
    pub(crate) fn sending(self, received_on: Option<NaiveDate>) -> Sending {
        match self {
            Self::Posted { class } => Sending::Posted { class, received_on },
            Self::Emailed => Sending::Emailed { received_on },
            Self::Submitted => Sending::WebForm { received_on },
        }
    }

    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Posted { .. } => "posted",
            Self::Emailed => "e-mailed",
            Self::Submitted => "submitted by web form",
        }
    }
}

/// The kind of event that records how a letter left.
pub(crate) fn event_kind(kept: &KeptLetter) -> EventKind {
    match kept.facts.kind {
        LetterKind::Request => EventKind::RequestSent,
        LetterKind::Review => EventKind::ReviewAsked,
        LetterKind::FollowUp if kept.facts.asks_review() => EventKind::ReviewAsked,
        LetterKind::FollowUp => EventKind::FollowUpSent,
    }
}

impl Desk {
    /// Marks the letters of these requests as having left; if one is refused, none is marked.
    ///
    /// # Errors
    /// Refused where a request has nothing to leave, or the days cannot be right.
    pub fn mark_sent(
        &mut self,
        references: &[String],
        departure: Departure,
        on: NaiveDate,
        received_on: Option<NaiveDate>,
        moment: Moment,
    ) -> Result<SendingReport, DeskError> {
        let sending = departure.sending(received_on);
        let leaving = self.store.read(|r| named(r, references, sending, on, moment))?;
        self.mark(leaving, Vec::new(), departure, on, moment)
    }

    /// Marks every letter in the queue that can have left; one that cannot is left out and named.
    ///
    /// # Errors
    /// Refused where the queue is empty, and, with the reason of the first, where no letter in it can
    /// have left.
    pub fn mark_all_sent(
        &mut self,
        departure: Departure,
        on: NaiveDate,
        received_on: Option<NaiveDate>,
        moment: Moment,
    ) -> Result<SendingReport, DeskError> {
        let sending = departure.sending(received_on);
        let (leaving, items) = self.store.read(|r| all_queued(r, sending, on, moment))?;
        self.mark(leaving, items, departure, on, moment)
    }

    /// Marks letters as an order says.
    ///
    /// # Errors
    /// As for [`Desk::mark_sent`] and [`Desk::mark_all_sent`].
    pub fn mark_as_ordered(
        &mut self,
        order: &SendingOrder,
        moment: Moment,
    ) -> Result<SendingReport, DeskError> {
        let SendingOrder { references, all, departure, on, received_on, corrects } = order;
        if let Some(correction) = corrects {
            return self.correct_sending(order, correction, moment);
        }
        if *all {
            self.mark_all_sent(*departure, *on, *received_on, moment)
        } else {
            self.mark_sent(references, *departure, *on, *received_on, moment)
        }
    }

    /// What marking these letters would come to: the same reading and the same working out, and
    /// nothing is saved.
    ///
    /// # Errors
    /// Refused where marking them would be.
    pub fn sending_preview(
        &self,
        order: &SendingOrder,
        moment: Moment,
    ) -> Result<SendingReport, DeskError> {
        let sending = order.departure.sending(order.received_on);
        let on = order.on;
        if let Some(correction) = &order.corrects {
            return self.sending_corrected(order, correction, moment);
        }
        self.store.read(|r| {
            let (leaving, mut items) = if order.all {
                all_queued(r, sending, on, moment)?
            } else {
                (named(r, &order.references, sending, on, moment)?, Vec::new())
            };
            let mut clocks = Vec::new();
            for one in leaving {
                let mut file = r.case_file(&one.known.row)?;
                file.events.push(one.event(on));
                let row = one.known.row.clone();
                let after = Known { row, computed: compute(&file, r.holidays()?) };
                clocks.extend(started(&after, &one)?);
                let reference = one.reference();
                items.push(BatchItem::done(&reference, reference.clone()));
            }
            Ok(SendingReport { operation: None, on, items, clocks })
        })
    }

    fn mark(
        &mut self,
        leaving: Vec<Leaving>,
        mut items: Vec<BatchItem>,
        departure: Departure,
        on: NaiveDate,
        moment: Moment,
    ) -> Result<SendingReport, DeskError> {
        let mut clocks = Vec::new();
        if leaving.is_empty() {
            return Ok(SendingReport { operation: None, on, items, clocks });
        }
        let subjects: Vec<String> = leaving.iter().map(Leaving::reference).collect();
        let word = departure.word();
        let day = casework::clock::words(on);
        let label = match subjects.as_slice() {
            [one] => format!("Marked {one} as {word} on {day}"),
            many => format!("Marked {} letters as {word} on {day}", many.len()),
        };
        let operation = self.store.begin_batch(&label, word, &subjects, moment.now)?;
        for one in leaving {
            let subject = one.reference();
            match self.mark_one(operation, &one, on, moment) {
                Ok(started) => {
                    clocks.extend(started);
                    items.push(BatchItem::done(&subject, subject.clone()));
                }
                Err(error) if error.kind == crate::ErrorKind::Refused => {
                    let state = ItemState::Failed;
                    self.store.leave_item(
                        operation,
                        &subject,
                        state,
                        &error.message,
                        moment.now,
                    )?;
                    items.push(BatchItem::failed(&subject, Some(subject.clone()), error.message));
                }
                Err(error) => return Err(error),
            }
        }
        Ok(SendingReport { operation: Some(operation.0), on, items, clocks })
    }

    fn mark_one(
        &mut self,
        operation: OperationId,
        one: &Leaving,
        on: NaiveDate,
        moment: Moment,
    ) -> Result<Vec<StartedClock>, DeskError> {
        let request = one.known.row.id;
        self.store.write_item(operation, &one.reference(), moment.now, |w| {
            // Looked at again inside the transaction: another program may have been quicker.
            let known = known(w, one.known.row.clone())?;
            let letter = one.kept.facts.id;
            action::send_letter(&known.computed.case, letter, on, one.sending, moment.today)?;
            w.append(
                request,
                &NewEvent {
                    kind: event_kind(&one.kept),
                    happened_on: on,
                    fact: Fact::LetterSent(letter, one.sending),
                    note: None,
                    documents: Vec::new(),
                    redo_of: None,
                },
            )?;
            Ok::<_, DeskError>(())
        })?;
        self.store.read(|r| started(&known(r, one.known.row.clone())?, one))
    }
}

/// The event of a letter's leaving, not recorded yet.
pub(crate) fn leaving_event(kept: &KeptLetter, sending: Sending, on: NaiveDate) -> Event {
    Event {
        id: NOT_RECORDED,
        kind: event_kind(kept),
        happened_on: on,
        fact: Fact::LetterSent(kept.facts.id, sending),
        struck: None,
    }
}

impl Leaving {
    /// The event of its leaving, not recorded yet.
    pub(crate) fn event(&self, on: NaiveDate) -> Event {
        leaving_event(&self.kept, self.sending, on)
    }

    pub(crate) fn reference(&self) -> String {
        self.known.letter_reference(&self.kept.facts)
    }
}

/// The letters of these requests, each once.
fn named(
    r: &Reader<'_>,
    references: &[String],
    sending: Sending,
    on: NaiveDate,
    moment: Moment,
) -> Result<Vec<Leaving>, DeskError> {
    if references.is_empty() {
        return Err(DeskError::refused("request", "No request is named.", "Name one, or all."));
    }
    let mut found: Vec<Leaving> = Vec::new();
    for reference in references {
        let number = letter_number(reference)?;
        let one = leaving(r, find(r, reference)?, number, sending, (on, moment.today))?;
        if !found.iter().any(|other| other.kept.facts.id == one.kept.facts.id) {
            found.push(one);
        }
    }
    Ok(found)
}

/// Every letter in the queue that can have left, and an item for each that cannot.
fn all_queued(
    r: &Reader<'_>,
    sending: Sending,
    on: NaiveDate,
    moment: Moment,
) -> Result<(Vec<Leaving>, Vec<BatchItem>), DeskError> {
    let (mut found, mut items, mut obstacle) = (Vec::new(), Vec::new(), None);
    for row in r.requests()? {
        let known = known(r, row)?;
        let Some(first) = known.computed.case.queued().next() else { continue };
        let subject = known.letter_reference(&first.facts);
        match leaving(r, known, None, sending, (on, moment.today)) {
            Ok(one) => found.push(one),
            Err(error) => {
                let reason = error.message.clone();
                items.push(BatchItem::skipped(&subject, Some(subject.clone()), reason));
                obstacle.get_or_insert(error);
            }
        }
    }
    if found.is_empty() {
        return Err(obstacle.unwrap_or_else(|| {
            DeskError::refused(
                "queue",
                "The queue is empty: no letter waits to leave.",
                "Write letters first.",
            )
        }));
    }
    Ok((found, items))
}

/// The letter of a request that would leave now: the one in the queue, else the last one that has
/// left only by another channel.
pub(crate) fn leaving(
    r: &Reader<'_>,
    known: Known,
    number: Option<u32>,
    sending: Sending,
    (on, today): (NaiveDate, NaiveDate),
) -> Result<Leaving, DeskError> {
    let case = &known.computed.case;
    let channel = sending.channel();
    let letter = match number {
        Some(number) => case.letters.iter().find(|ours| ours.facts.number == number),
        None => {
            let by_another = || {
                case.letters
                    .iter()
                    .rev()
                    .find(|ours| ours.sent.iter().all(|sent| sent.sending.channel() != channel))
            };
            case.queued().next().or_else(by_another).or_else(|| case.letters.last())
        }
    };
    let letter = letter.ok_or_else(|| {
        let named = number.map_or_else(
            || known.row.reference.to_string(),
            |number| known.row.reference.letter(number),
        );
        DeskError::refused(
            "request",
            format!("{named} has no letter in the queue."),
            "Write one first.",
        )
    })?;
    let id = letter.facts.id;
    action::send_letter(case, id, on, sending, today)?;
    let kept = r.letters(known.row.id)?.into_iter().find(|kept| kept.facts.id == id);
    let kept = kept.ok_or_else(|| {
        DeskError::refused(
            "request",
            "Its letter is missing from the library.",
            "Check the library.",
        )
    })?;
    if !kept.has_address() && matches!(sending, Sending::Posted { .. }) {
        return Err(DeskError::refused(
            "request",
            format!(
                "{} bears no address and cannot have been posted.",
                known.letter_reference(&kept.facts)
            ),
            "Give the force an address, undo the letter and write it again; or send it by e-mail.",
        ));
    }
    Ok(Leaving { known, kept, sending })
}

/// The clocks that a letter started, or the line that says it started none.
pub(crate) fn started(known: &Known, one: &Leaving) -> Result<Vec<StartedClock>, DeskError> {
    let letter = one.reference();
    let case = &known.computed.case;
    let Some(receipt) = case
        .letters
        .iter()
        .find(|ours| ours.facts.id == one.kept.facts.id)
        .and_then(|ours| ours.receipt())
    else {
        return Ok(Vec::new());
    };
    let events: Vec<_> = case
        .letters
        .iter()
        .filter(|ours| ours.facts.id == one.kept.facts.id)
        .flat_map(|ours| ours.sent.iter().map(|sent| sent.event))
        .collect();
    let mut clocks: Vec<StartedClock> = known
        .computed
        .clocks
        .iter()
        .filter(|clock| events.contains(&clock.started_by) && clock.kind.starts_with_the_letter())
        .map(|clock| StartedClock {
            letter: letter.clone(),
            received_on: receipt.receipt.on,
            receipt: receipt.receipt.basis.code(),
            limit: Some(clock.kind.code()),
            limit_label: Some(clock.kind.label()),
            due: Some(clock.due),
            working: clock.sentence(),
        })
        .collect();
    if clocks.is_empty() {
        clocks.push(StartedClock {
            letter,
            received_on: receipt.receipt.on,
            receipt: receipt.receipt.basis.code(),
            limit: None,
            limit_label: None,
            due: None,
            working: "This letter starts no clock.".to_owned(),
        });
    }
    Ok(clocks)
}
