//! What stands in the way of taking an act back: one rule, for undo itself and for the list of acts.

use std::collections::{BTreeMap, BTreeSet};

use casework::Refusal;
use casework::campaign::{Prefix, Reference};
use casework::event::EventKind;
use casework::id::{EventId, OperationId};
use chrono::NaiveDate;
use rusqlite::Row;

use crate::codes::{coded, date, get, number};
use crate::door::{Reader, Store};
use crate::error::StoreError;
use crate::table::operations::Operation;

/// An act of a person: what it did, and whether it can be taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// The operation.
    pub operation: Operation,
    /// The events that it recorded or struck, in order of recording.
    pub touched: Vec<Touched>,
    /// The tables of reference data that it edited.
    pub edited: BTreeSet<String>,
    /// Whether it can be taken back.
    pub prospect: Prospect,
}

/// An event that an act recorded or struck.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Touched {
    /// Its request.
    pub request: Reference,
    /// The force's name in files.
    pub force_code: String,
    /// The number of the letter that it is about.
    pub letter: Option<u32>,
    /// What it is.
    pub kind: EventKind,
    /// Whether the act struck it, rather than recorded it.
    pub was_struck: bool,
}

/// Whether an act can be taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Prospect {
    /// It can.
    Open,
    /// It was taken back.
    Undone,
    /// It took another back, and so can only be done away with by doing that again.
    TakesBack,
    /// It cannot, for this reason.
    Refused(Refusal),
}

/// An event as undo looks at it.
struct Recorded {
    id: EventId,
    request: Reference,
    force_code: String,
    letter: Option<u32>,
    kind: EventKind,
    happened_on: NaiveDate,
    operation: OperationId,
    redo_of: Option<EventId>,
    struck_by: Option<OperationId>,
}

/// An edit of reference data as undo looks at it.
struct Edited {
    id: i64,
    operation: OperationId,
    table: String,
    key: String,
    is_new: bool,
    /// Whether requests were made with what it added.
    is_used: bool,
    label: String,
    is_undone: bool,
}

/// All that was recorded, struck and edited, by the operation that did it.
pub(crate) struct Obstacles {
    events: Vec<Recorded>,
    /// Of each request, its events that stand.
    standing: BTreeMap<Reference, Vec<usize>>,
    /// Of each operation, the events that are its own: those it recorded, and those recorded again
    /// for it.
    own: BTreeMap<OperationId, BTreeSet<usize>>,
    struck: BTreeMap<OperationId, Vec<usize>>,
    edits: Vec<Edited>,
    edits_of: BTreeMap<OperationId, Vec<usize>>,
}

fn recorded(row: &Row<'_>) -> Result<Recorded, StoreError> {
    let prefix: String = get(row, "prefix")?;
    let prefix = Prefix::parse(&prefix).map_err(|_| StoreError::unknown("prefix", &prefix))?;
    let letter: Option<i64> = get(row, "letter")?;
    Ok(Recorded {
        id: EventId(get(row, "id")?),
        request: Reference { prefix, number: number(row, "number")? },
        force_code: get(row, "code")?,
        letter: letter.and_then(|letter| u32::try_from(letter).ok()),
        kind: coded("kind of event", &get::<String>(row, "kind")?)?,
        happened_on: date("date of an event", &get::<String>(row, "happened_on")?)?,
        operation: OperationId(get(row, "operation_id")?),
        redo_of: get::<Option<i64>>(row, "redo_of")?.map(EventId),
        struck_by: get::<Option<i64>>(row, "struck_by")?.map(OperationId),
    })
}

fn edited(row: &Row<'_>) -> Result<Edited, StoreError> {
    Ok(Edited {
        id: get(row, "id")?,
        operation: OperationId(get(row, "operation_id")?),
        table: get(row, "table_name")?,
        key: get(row, "row_key")?,
        is_new: get(row, "is_new")?,
        is_used: get(row, "is_used")?,
        label: get(row, "label")?,
        is_undone: get(row, "is_undone")?,
    })
}

impl Reader<'_> {
    pub(crate) fn obstacles(&self) -> Result<Obstacles, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT e.id, c.prefix, r.number, f.code, l.number AS letter, e.kind, e.happened_on,
               e.operation_id, e.redo_of, s.operation_id AS struck_by
             FROM events e
             JOIN requests r ON r.id = e.request_id
             JOIN campaigns c ON c.id = r.campaign_id
             JOIN forces f ON f.id = r.force_id
             LEFT JOIN letters l ON l.id = e.letter_id
             LEFT JOIN strikes s ON s.event_id = e.id
             ORDER BY e.id",
        )?;
        let mut rows = statement.query([])?;
        let mut events = Vec::new();
        while let Some(row) = rows.next()? {
            events.push(recorded(row)?);
        }
        let mut statement = self.connection.prepare_cached(
            "SELECT e.id, e.operation_id, e.table_name, e.row_key, e.before IS NULL AS is_new,
               CASE e.table_name
                 WHEN 'forces' THEN EXISTS (SELECT 1 FROM requests r JOIN forces f
                   ON f.id = r.force_id WHERE f.code = e.row_key)
                 WHEN 'campaigns' THEN EXISTS (SELECT 1 FROM requests r JOIN campaigns c
                   ON c.id = r.campaign_id WHERE c.prefix = e.row_key)
                 ELSE 0 END AS is_used,
               o.label, EXISTS (SELECT 1 FROM operations u WHERE u.undoes = o.id) AS is_undone
             FROM edits e JOIN operations o ON o.id = e.operation_id ORDER BY e.id",
        )?;
        let mut rows = statement.query([])?;
        let mut edits = Vec::new();
        while let Some(row) = rows.next()? {
            edits.push(edited(row)?);
        }
        Ok(Obstacles::new(events, edits))
    }

    /// Every operation with what it did and whether it can be taken back, the last first.
    ///
    /// # Errors
    /// A fault of the database, or a value that is not understood.
    pub fn list_of_acts(&self) -> Result<Vec<Act>, StoreError> {
        let (acts, obstacles) = (self.acts()?, self.obstacles()?);
        let act = |operation: &Operation| Act {
            operation: operation.clone(),
            touched: obstacles.touched(operation.id),
            edited: obstacles.edited(operation.id),
            prospect: if operation.undone_by.is_some() {
                Prospect::Undone
            } else if !acts.does(operation) {
                Prospect::TakesBack
            } else {
                match obstacles.to(operation) {
                    Some(refusal) => Prospect::Refused(refusal),
                    None => Prospect::Open,
                }
            },
        };
        Ok(acts.all().iter().map(act).collect())
    }
}

impl Store {
    /// The operation that redo would do again now.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn redoable(&self) -> Result<Option<OperationId>, StoreError> {
        self.read(|r| Ok(r.acts()?.last_undo(self.own()).and_then(|undo| undo.undoes)))
    }
}

impl Obstacles {
    fn new(events: Vec<Recorded>, edits: Vec<Edited>) -> Self {
        let at: BTreeMap<EventId, usize> =
            events.iter().enumerate().map(|(at, event)| (event.id, at)).collect();
        let mut standing: BTreeMap<Reference, Vec<usize>> = BTreeMap::new();
        let mut own: BTreeMap<OperationId, BTreeSet<usize>> = BTreeMap::new();
        let mut struck: BTreeMap<OperationId, Vec<usize>> = BTreeMap::new();
        for (position, event) in events.iter().enumerate() {
            match event.struck_by {
                Some(operation) => struck.entry(operation).or_default().push(position),
                None => standing.entry(event.request.clone()).or_default().push(position),
            }
            let mut origin = Some(event);
            while let Some(recorded) = origin {
                own.entry(recorded.operation).or_default().insert(position);
                origin = recorded
                    .redo_of
                    .and_then(|before| at.get(&before))
                    .and_then(|before| events.get(*before));
            }
        }
        let mut edits_of: BTreeMap<OperationId, Vec<usize>> = BTreeMap::new();
        for (position, edit) in edits.iter().enumerate() {
            edits_of.entry(edit.operation).or_default().push(position);
        }
        Self { events, standing, own, struck, edits, edits_of }
    }

    fn struck(&self, operation: OperationId) -> impl Iterator<Item = &Recorded> {
        let positions = self.struck.get(&operation).map(Vec::as_slice).unwrap_or_default();
        positions.iter().filter_map(|at| self.events.get(*at))
    }

    /// The events of an operation that stand.
    fn own(&self, operation: OperationId) -> Vec<&Recorded> {
        let positions = self.own.get(&operation);
        let events = positions.into_iter().flatten().filter_map(|at| self.events.get(*at));
        events.filter(|event| event.struck_by.is_none()).collect()
    }

    fn edits(&self, operation: OperationId) -> impl Iterator<Item = &Edited> {
        let positions = self.edits_of.get(&operation).map(Vec::as_slice).unwrap_or_default();
        positions.iter().rev().filter_map(|at| self.edits.get(*at))
    }

    fn touched(&self, operation: OperationId) -> Vec<Touched> {
        let recorded = self.own.get(&operation).into_iter().flatten();
        let recorded = recorded
            .filter_map(|at| self.events.get(*at))
            .filter(|event| event.operation == operation);
        let touched = |event: &Recorded, was_struck| Touched {
            request: event.request.clone(),
            force_code: event.force_code.clone(),
            letter: event.letter,
            kind: event.kind,
            was_struck,
        };
        let struck = self.struck(operation).map(|event| touched(event, true));
        struck.chain(recorded.map(|event| touched(event, false))).collect()
    }

    fn edited(&self, operation: OperationId) -> BTreeSet<String> {
        self.edits(operation).map(|edit| edit.table.clone()).collect()
    }

    /// What stands in the way of taking this operation back.
    pub(crate) fn to(&self, target: &Operation) -> Option<Refusal> {
        let own = self.own(target.id);
        let nothing = own.is_empty()
            && self.struck(target.id).next().is_none()
            && self.edits(target.id).next().is_none();
        if nothing {
            let message = format!("“{}” left nothing that could be undone.", target.label);
            return Some(Refusal::new(message, "Look at the history.").on("operation"));
        }
        let of_events = self.built_on(&own, target.id).or_else(|| has_left(&own));
        of_events.or_else(|| self.edits(target.id).find_map(|edit| self.later_edit(edit)))
    }

    /// A later event of the same request that stands, after what the operation recorded or in place of
    /// what it struck.
    fn built_on(&self, own: &[&Recorded], target: OperationId) -> Option<Refusal> {
        let mine: BTreeSet<EventId> = own.iter().map(|event| event.id).collect();
        let mut last: BTreeMap<&Reference, EventId> = BTreeMap::new();
        for event in own {
            last.entry(&event.request).and_modify(|id| *id = event.id.max(*id)).or_insert(event.id);
        }
        let others = |request: &Reference| {
            let standing = self.standing.get(request).map(Vec::as_slice).unwrap_or_default();
            let events = standing.iter().filter_map(|at| self.events.get(*at));
            events.filter(|event| !mine.contains(&event.id)).collect::<Vec<_>>()
        };
        let after = last
            .iter()
            .find_map(|(request, last)| others(request).into_iter().find(|event| event.id > *last));
        let instead = || {
            self.struck(target).find_map(|struck| {
                others(&struck.request).into_iter().find(|event| event.operation > target)
            })
        };
        after.or_else(instead).map(|event| {
            Refusal::new(
                format!(
                    "It cannot be undone: {} has “{}” of {} built on it.",
                    event.request,
                    event.kind,
                    casework::clock::words(event.happened_on)
                ),
                "Undo that first; what has left can only be corrected: strike the event and record the right one.",
            )
            .on("operation")
        })
    }

    /// A later edit of the same row that stands, or requests made with what the edit added.
    fn later_edit(&self, edit: &Edited) -> Option<Refusal> {
        let later = self.edits.iter().find(|later| {
            later.id > edit.id
                && later.operation != edit.operation
                && !later.is_undone
                && later.table == edit.table
                && later.key == edit.key
        });
        if let Some(later) = later {
            let message = format!("It cannot be undone: “{}” was built on it.", later.label);
            return Some(Refusal::new(message, "Undo that first.").on("operation"));
        }
        (edit.is_new && edit.is_used).then(|| {
            Refusal::new("It cannot be undone: requests were made with it.", "Keep it.")
                .on("operation")
        })
    }
}

/// A letter that left the building by one of these events.
fn has_left(own: &[&Recorded]) -> Option<Refusal> {
    let left = own.iter().find(|event| event.letter.is_some() && is_leaving(event.kind))?;
    let letter = left.letter.map(|number| left.request.letter(number)).unwrap_or_default();
    let message = format!(
        "It cannot be undone: {letter} left on {}.",
        casework::clock::words(left.happened_on)
    );
    let hint = "If that is wrong, correct it: strike the event and record the right one.";
    Some(Refusal::new(message, hint).on("operation"))
}

/// Whether an event of this kind, where it names a letter, says that it left.
fn is_leaving(kind: EventKind) -> bool {
    matches!(
        kind,
        EventKind::RequestSent
            | EventKind::Resent
            | EventKind::ClarificationAnswered
            | EventKind::ChaserSent
            | EventKind::FollowUpSent
            | EventKind::ReviewAsked
            | EventKind::ComplaintMade
    )
}
