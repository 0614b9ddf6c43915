//! What is worked out from the facts, written down so that lists are look-ups.
//!
//! One function works it out ([`compute`]); it is called in the transaction of the fact that moved
//! it, and again by the check that compares what is stored with what is recomputed.

use std::collections::BTreeSet;

use casework::agenda::{Agenda, agenda};
use casework::case::{Case, CaseFile};
use casework::clock::{Clock, clocks};
use casework::id::RequestId;
use casework::question::Role;
use law::Coded;
use law::calendar::BankHolidays;
use rusqlite::types::Value;
use serde_json::json;

use crate::codes::stored;
use crate::door::{Reader, Writer};
use crate::error::StoreError;
use crate::table::requests::Request;

/// A request worked out: its case, its clocks, its agenda.
#[derive(Debug, Clone)]
pub struct ComputedRequest {
    /// What is known.
    pub case: Case,
    /// The limits that run or ran.
    pub clocks: Vec<Clock>,
    /// The stages and steps, by day.
    pub agenda: Agenda,
}

/// Works out a request from its history.
pub fn compute(file: &CaseFile, holidays: &BankHolidays) -> ComputedRequest {
    let case = Case::fold(file, holidays);
    let clocks = clocks(&case, holidays);
    let agenda = agenda(&case, &clocks);
    ComputedRequest { case, clocks, agenda }
}

/// A table of what is worked out: its name, its columns after `request_id`, and its rows.
struct Projected {
    table: &'static str,
    columns: &'static [&'static str],
    rows: Vec<Vec<Value>>,
}

fn text(text: impl Into<String>) -> Value {
    Value::Text(text.into())
}

fn day(day: Option<chrono::NaiveDate>) -> Value {
    day.map_or(Value::Null, |day| text(stored(day)))
}

fn position(position: usize) -> Value {
    Value::Integer(i64::try_from(position).unwrap_or(i64::MAX))
}

fn code<C: Coded>(member: Option<C>) -> Value {
    member.map_or(Value::Null, |member| text(member.code()))
}

fn tables(computed: &ComputedRequest) -> Vec<Projected> {
    vec![
        deadlines(&computed.clocks),
        stages(&computed.agenda),
        steps(&computed.agenda),
        reviews(&computed.case),
        outcomes(&computed.case),
    ]
}

fn deadlines(clocks: &[Clock]) -> Projected {
    let row = |(at, clock): (usize, &Clock)| {
        let skipped: Vec<serde_json::Value> = clock
            .skipped
            .iter()
            .map(|skipped| json!({ "date": stored(skipped.date), "why": skipped.why.words() }))
            .collect();
        let paused: Vec<serde_json::Value> = clock
            .paused
            .iter()
            .map(|pause| {
                json!({
                    "from": stored(pause.from),
                    "through": stored(pause.through),
                    "why": pause.why,
                })
            })
            .collect();
        vec![
            position(at),
            text(clock.kind.code()),
            Value::Integer(clock.started_by.0),
            text(&clock.subject),
            day(Some(clock.counted_from)),
            text(&clock.counted_from_fact),
            day(Some(clock.due)),
            clock.length.map_or(Value::Null, |length| text(length.words())),
            text(serde_json::Value::Array(skipped).to_string()),
            Value::Integer(clock.provisional.into()),
            text(clock.citation.basis.code()),
            text(clock.citation.text),
            Value::Integer(clock.citation.confirmed.into()),
            day(clock.readings.first().map(|other| other.due)),
            readings(clock),
            day(clock.stopped_on),
            day(clock.claim.as_ref().map(|claim| claim.due)),
            clock.claim.as_ref().map_or(Value::Null, |claim| text(&claim.why)),
            text(serde_json::Value::Array(paused).to_string()),
            text(json!(clock.questions.iter().map(|id| id.0).collect::<Vec<_>>()).to_string()),
        ]
    };
    Projected {
        table: "deadlines",
        columns: &[
            "position",
            "kind",
            "started_by",
            "subject",
            "counted_from",
            "counted_from_fact",
            "due_on",
            "length",
            "skipped",
            "provisional",
            "authority",
            "citation",
            "citation_confirmed",
            "other_due_on",
            "other_reading",
            "stopped_on",
            "claimed_due_on",
            "claimed_reading",
            "paused",
            "questions",
        ],
        rows: clocks.iter().enumerate().map(row).collect(),
    }
}

/// Every other reading with its day, so that the comparison sees each of them.
fn readings(clock: &Clock) -> Value {
    let said: Vec<String> = clock
        .readings
        .iter()
        .map(|other| format!("{}: {}", stored(other.due), other.why))
        .collect();
    if said.is_empty() { Value::Null } else { text(said.join("; ")) }
}

fn stages(agenda: &Agenda) -> Projected {
    let row = |(at, span): (usize, &casework::agenda::StageSpan)| {
        vec![
            position(at),
            text(span.stage.code()),
            day(Some(span.from)),
            day(span.until),
            day(span.due),
        ]
    };
    Projected {
        table: "agenda_stages",
        columns: &["position", "stage", "from_day", "until_day", "due_on"],
        rows: agenda.stages.iter().enumerate().map(row).collect(),
    }
}

fn steps(agenda: &Agenda) -> Projected {
    let row = |(at, step): (usize, &casework::agenda::Step)| {
        let authority = step.authority.as_ref();
        vec![
            position(at),
            text(step.kind.code()),
            day(Some(step.from)),
            day(step.until),
            text(&step.reason),
            code(authority.map(|(basis, _)| *basis)),
            authority.map_or(Value::Null, |(_, citation)| text(citation)),
            code(step.mode),
            step.letter.map_or(Value::Null, |letter| Value::Integer(letter.0)),
        ]
    };
    Projected {
        table: "agenda_steps",
        columns: &[
            "position",
            "kind",
            "from_day",
            "until_day",
            "reason",
            "authority",
            "citation",
            "mode",
            "letter_id",
        ],
        rows: agenda.steps.iter().enumerate().map(row).collect(),
    }
}

fn reviews(case: &Case) -> Projected {
    let mut rows: Vec<(i64, Vec<Value>)> = case
        .reviews
        .iter()
        .map(|review| {
            let decided = review.decided.as_ref();
            let row = vec![
                Value::Integer(review.event.0),
                review.letter.map_or(Value::Null, |letter| Value::Integer(letter.0)),
                day(Some(review.asked_on)),
                day(Some(review.receipt.on)),
                day(decided.map(|decided| decided.dated)),
                code(decided.map(|decided| decided.result)),
            ];
            (review.event.0, row)
        })
        .collect();
    rows.sort_by_key(|(event, _)| *event);
    Projected {
        table: "internal_reviews",
        columns: &["asked_by", "letter_id", "asked_on", "received_on", "decided_on", "result"],
        rows: rows.into_iter().map(|(_, row)| row).collect(),
    }
}

fn outcomes(case: &Case) -> Projected {
    let mut counted: Vec<i64> = case
        .questions
        .iter()
        .filter(|question| question.role == Role::Counted)
        .map(|question| question.id.0)
        .collect();
    counted.sort_unstable();
    let rows = counted
        .into_iter()
        .filter_map(|question| {
            let current = case.answers.get(&casework::id::QuestionId(question))?;
            Some(vec![
                Value::Integer(question),
                text(current.answer.outcome.code()),
                current.from.map_or(Value::Null, |event| Value::Integer(event.0)),
            ])
        })
        .collect();
    Projected { table: "current_outcomes", columns: &["question_id", "outcome", "given_by"], rows }
}

impl Writer<'_> {
    /// Works these requests out and writes them down, in place of what stood there.
    pub(crate) fn project(&self, touched: &BTreeSet<RequestId>) -> Result<(), StoreError> {
        if touched.is_empty() {
            return Ok(());
        }
        // Read anew: this very write may have changed them.
        let holidays = self.load_holidays()?;
        for request in self.requests()?.iter().filter(|request| touched.contains(&request.id)) {
            self.project_one(request, &holidays)?;
        }
        Ok(())
    }

    fn project_one(&self, request: &Request, holidays: &BankHolidays) -> Result<(), StoreError> {
        let computed = compute(&self.case_file(request)?, holidays);
        let request = request.id;
        for projected in tables(&computed) {
            let Projected { table, columns, rows } = projected;
            self.execute(&format!("DELETE FROM {table} WHERE request_id = ?1"), [request.0])?;
            let marks: Vec<String> = (1..=columns.len()).map(|n| format!("?{}", n + 1)).collect();
            let insert = format!(
                "INSERT INTO {table} (request_id, {}) VALUES (?1, {})",
                columns.join(", "),
                marks.join(", ")
            );
            for row in rows {
                let values = std::iter::once(Value::Integer(request.0)).chain(row);
                self.execute(&insert, rusqlite::params_from_iter(values))?;
            }
        }
        Ok(())
    }
}

impl Reader<'_> {
    /// The tables in which what is stored for a request differs from what is recomputed.
    pub(crate) fn projection_differences(
        &self,
        request: RequestId,
        computed: &ComputedRequest,
    ) -> Result<Vec<&'static str>, StoreError> {
        let mut differing = Vec::new();
        for Projected { table, columns, rows } in tables(computed) {
            let select = format!(
                "SELECT {} FROM {table} WHERE request_id = ?1 ORDER BY {}",
                columns.join(", "),
                columns[0]
            );
            let mut statement = self.connection.prepare_cached(&select)?;
            let mut found = statement.query([request.0])?;
            let mut stored_rows: Vec<Vec<Value>> = Vec::new();
            while let Some(row) = found.next()? {
                stored_rows
                    .push((0..columns.len()).map(|at| row.get(at)).collect::<Result<_, _>>()?);
            }
            if stored_rows != rows {
                differing.push(table);
            }
        }
        Ok(differing)
    }
}
