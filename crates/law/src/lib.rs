//! What the information-request Acts say: which days count, which limits run, which exemptions
//! there are. Pure: no clock, no files, no serialisation. `today` is always an argument, and every
//! date of law is a civil date.

pub mod calendar;
pub mod citation;
pub mod coded;
pub mod cost_guard;
pub mod course;
mod easter;
pub mod exemption;
pub mod exemption_list;
mod exemption_table;
pub mod over_the_years;
pub mod posting;
mod provision;
pub mod reading;
pub mod receipt;
pub mod reference;
pub mod refusal_notice;
pub mod regime;
pub mod time_limit;
mod wording;
mod working;

pub use calendar::{
    BankHoliday, BankHolidays, ChangedDay, Count, Division, KeptHoliday, NotCounted, Origin,
    SkippedDay, WorkingDays, add_by_hand, changed_days, replace_within_its_years,
};
pub use citation::{Basis, Citation};
pub use coded::Coded;
pub use exemption::{CitationProblem, Ground, GroundError, GroundKind, Harm, PublicInterest};
pub use over_the_years::{CostBand, CostLimit, Dated, Regulator, cost_limit, regulator};
pub use posting::{LastPosting, is_made_when_posted, last_day_to_arrive, last_safe_posting_day};
pub use reading::{
    OtherReading, can_be_a_reading, first_of_all, has_passed_on_every_reading, last_of_all,
    other_readings,
};
pub use receipt::{PostClass, Receipt, ReceiptBasis, actual, emailed, posted};
pub use reference::{Meaning, Reference, references};
pub use regime::Regime;
pub use time_limit::{
    CourtesyDate, DayOfCount, DueDay, Length, Limit, LimitKind, NoSuchLimit, Part, Rule, Temporary,
    courtesy, due_day, in_time, limit, our_own_date, rule, rule_on, temporary,
};
