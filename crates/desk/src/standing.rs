//! Where a request stands on any day: the stage, each clock, what to do next. The same for a request
//! of the library and for a story told without one.

use casework::case::CaseFile;
use casework::clock::Clock;
use casework::question::Question;
use casework::standing::ClockState;
use chrono::NaiveDate;
use law::{BankHolidays, Coded};
use serde::Serialize;
use store::{ComputedRequest, compute};

use crate::deadline::{DeadlineView, deadline};
use crate::error::DeskError;
use crate::exemptions::{NoticeView, notices_of};
use crate::library::Desk;
use crate::requests::find;
use crate::view::{StepView, steps};

/// A request on a day, by what was known by the end of that day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StandingView {
    /// The reference of the request; nothing for a story.
    pub request: Option<String>,
    /// The day.
    pub on: NaiveDate,
    /// The regime under which it stands.
    pub regime: &'static str,
    /// The stage.
    pub stage: &'static str,
    /// The same, for people.
    pub stage_label: &'static str,
    /// The date that the stage is about: due by its end.
    pub due: Option<NaiveDate>,
    /// Questions answered.
    pub answered: usize,
    /// Questions that apply.
    pub counted: usize,
    /// Questions still owed after the last day for them.
    pub late: Vec<String>,
    /// Each clock.
    pub clocks: Vec<StandingClock>,
    /// What to do, the first first.
    pub next_steps: Vec<StepView>,
    /// The refusal notices of which the record shows that something is missing.
    pub notices: Vec<NoticeView>,
    /// What is odd about the history.
    pub problems: Vec<String>,
}

/// A clock on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StandingClock {
    /// The limit with its working, and whether it is open, met or missed.
    #[serde(flatten)]
    pub limit: DeadlineView,
    /// For one that was met or used in time: the number of the day, counted from day zero.
    pub met_on_day: Option<u32>,
    /// For one that was missed: by how many counted days.
    pub missed_by: Option<u32>,
    /// The day on which it was met or used.
    pub stopped_on: Option<NaiveDate>,
    /// Only after this day have all readings of it passed.
    pub all_readings_pass_on: NaiveDate,
    /// The questions that it is about; all where none is named.
    pub questions: Vec<String>,
    /// Days that the Act disregards.
    pub paused: Vec<PauseView>,
}

/// Days that a limit disregards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PauseView {
    /// The first.
    pub from: NaiveDate,
    /// The last.
    pub through: NaiveDate,
    /// Why.
    pub why: String,
}

/// Where a history stands by the end of a day.
pub(crate) fn standing(file: &CaseFile, holidays: &BankHolidays, on: NaiveDate) -> StandingView {
    let computed = compute(&file.known_by(on), holidays);
    let ComputedRequest { case, clocks, agenda } = &computed;
    let standing = agenda.on(on);
    let (answered, counted) = case.score();
    let keys = |ids: &[casework::id::QuestionId]| -> Vec<String> {
        case.questions.iter().filter(|q| ids.contains(&q.id)).map(Question::key).collect()
    };
    let late = clocks
        .iter()
        .filter(|clock| clock.kind.is_the_answer() && on > clock.due)
        .flat_map(|clock| keys(&clock.outstanding))
        .collect();
    StandingView {
        request: None,
        on,
        regime: case.regime.code(),
        stage: standing.stage.code(),
        stage_label: standing.stage.label(),
        due: standing.due,
        answered,
        counted,
        late,
        clocks: clocks
            .iter()
            .map(|clock| clock_on(clock, &computed, holidays, on, keys(&clock.questions)))
            .collect(),
        notices: notices_of(&computed),
        next_steps: steps(&standing, case.regime, holidays, on),
        problems: case.problems.iter().map(|problem| problem.message.clone()).collect(),
    }
}

fn clock_on(
    clock: &Clock,
    computed: &ComputedRequest,
    holidays: &BankHolidays,
    on: NaiveDate,
    questions: Vec<String>,
) -> StandingClock {
    let state = clock.on(on, &computed.case, holidays);
    let (mut met_on_day, mut missed_by) = (None, None);
    match state {
        ClockState::NotBegun | ClockState::DueToday | ClockState::Running { .. } => {}
        ClockState::Met(met) => met_on_day = Some(clock.days_to(met, &computed.case, holidays)),
        ClockState::MetLate(_, by) | ClockState::Over(by) => missed_by = Some(by),
    }
    StandingClock {
        limit: deadline(clock, &computed.case, holidays, on),
        met_on_day,
        missed_by,
        stopped_on: clock.stopped_on,
        all_readings_pass_on: clock.last_reading(),
        questions,
        paused: clock
            .paused
            .iter()
            .map(|pause| PauseView {
                from: pause.from,
                through: pause.through,
                why: pause.why.clone(),
            })
            .collect(),
    }
}

impl Desk {
    /// Where a request stands on a day, by what was known by the end of it.
    ///
    /// # Errors
    /// Refused where there is no such request.
    pub fn standing(&self, reference: &str, on: NaiveDate) -> Result<StandingView, DeskError> {
        self.store.read(|r| {
            let known = find(r, reference)?;
            let view = standing(&r.case_file(&known.row)?, r.holidays()?, on);
            Ok(StandingView { request: Some(known.row.reference.to_string()), ..view })
        })
    }
}
