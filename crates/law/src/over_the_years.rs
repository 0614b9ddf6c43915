//! What the law has put into figures and names, with the days from which and to which it is so: the
//! cost limits and the regulators. A change is a row, not a program.

use chrono::NaiveDate;

use crate::{
    citation::Citation,
    coded,
    provision::{FOIA_COST_LIMIT, FOIA_REGULATOR, FOISA_COST_LIMIT, FOISA_REGULATOR},
    regime::Regime,
};

/// Something that is so from one day to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Dated<T> {
    /// The first day on which it is so.
    pub first: NaiveDate,
    /// The last; nothing while no end is known.
    pub last: Option<NaiveDate>,
    /// What is so.
    pub value: T,
    /// On what authority.
    pub citation: Citation,
}

impl<T> Dated<T> {
    fn holds_on(&self, day: NaiveDate) -> bool {
        self.first <= day && self.last.is_none_or(|last| day <= last)
    }
}

coded! {
    /// Which cost limit an authority has under the Act of 2000.
    pub enum CostBand {
        /// Part I of Schedule 1: central government, Parliament, the armed forces.
        CentralGovernment = "central", "central government";
        /// Every other authority; Part V names the police.
        OtherAuthority = "other", "any other authority";
    }
}

/// How much work a request may cost before it can be refused for that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct CostLimit {
    /// The limit in pounds.
    pub pounds: u32,
    /// What an hour of a person's work is taken to cost, in pounds; in Scotland at the most.
    pub pounds_an_hour: u32,
}

impl CostLimit {
    /// How many hours of one person's work that is.
    #[must_use]
    pub fn hours(self) -> u32 {
        self.pounds.checked_div(self.pounds_an_hour).unwrap_or(0)
    }
}

/// A regulator's office, never a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Regulator {
    /// As a letter names it.
    pub name: &'static str,
    /// As an envelope names it.
    pub addressee: &'static str,
}

/// 1 January 2005, when the Acts and both Regulations came into force.
const IN_FORCE: NaiveDate = match NaiveDate::from_ymd_opt(2005, 1, 1) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

const fn since_2005<T: Copy>(value: T, citation: Citation) -> Dated<T> {
    Dated { first: IN_FORCE, last: None, value, citation }
}

static CENTRAL: &[Dated<CostLimit>] =
    &[since_2005(CostLimit { pounds: 600, pounds_an_hour: 25 }, FOIA_COST_LIMIT)];
static OTHER: &[Dated<CostLimit>] =
    &[since_2005(CostLimit { pounds: 450, pounds_an_hour: 25 }, FOIA_COST_LIMIT)];
static SCOTTISH: &[Dated<CostLimit>] =
    &[since_2005(CostLimit { pounds: 600, pounds_an_hour: 15 }, FOISA_COST_LIMIT)];

/// The change to the Information Commission is not in force as far as is known: a row to come.
static COMMISSIONER: &[Dated<Regulator>] = &[since_2005(
    Regulator { name: "Information Commissioner", addressee: "Information Commissioner's Office" },
    FOIA_REGULATOR,
)];
static SCOTTISH_COMMISSIONER: &[Dated<Regulator>] = &[since_2005(
    Regulator {
        name: "Scottish Information Commissioner",
        addressee: "Scottish Information Commissioner",
    },
    FOISA_REGULATOR,
)];

/// The cost limit of an authority on a day; nothing where there is none: before 2005, and under the
/// Regulations, where what costs too much is manifestly unreasonable instead.
#[must_use]
pub fn cost_limit(
    regime: Regime,
    band: CostBand,
    on: NaiveDate,
) -> Option<&'static Dated<CostLimit>> {
    let rows = match (regime, band) {
        (Regime::Foia, CostBand::CentralGovernment) => CENTRAL,
        (Regime::Foia, CostBand::OtherAuthority) => OTHER,
        (Regime::Foisa, CostBand::CentralGovernment | CostBand::OtherAuthority) => SCOTTISH,
        (Regime::Eir | Regime::Eisr, CostBand::CentralGovernment | CostBand::OtherAuthority) => {
            return None;
        }
    };
    rows.iter().find(|row| row.holds_on(on))
}

/// Who decides complaints on a day; nothing before 2005.
#[must_use]
pub fn regulator(regime: Regime, on: NaiveDate) -> Option<&'static Dated<Regulator>> {
    let rows = if regime.is_scottish() { SCOTTISH_COMMISSIONER } else { COMMISSIONER };
    rows.iter().find(|row| row.holds_on(on))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coded::Coded;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date written in a test exists")
    }

    #[test]
    fn the_limits_are_those_of_the_fees_regulations() {
        let hours = |regime, band| {
            cost_limit(regime, band, day("2026-11-23"))
                .map(|row| (row.value.pounds, row.value.hours()))
        };
        assert_eq!(hours(Regime::Foia, CostBand::OtherAuthority), Some((450, 18)));
        assert_eq!(hours(Regime::Foia, CostBand::CentralGovernment), Some((600, 24)));
        assert_eq!(hours(Regime::Foisa, CostBand::OtherAuthority), Some((600, 40)));
        assert_eq!(hours(Regime::Eir, CostBand::OtherAuthority), None);
    }

    #[test]
    fn the_regulator_of_today_is_the_one_that_the_regime_names() {
        for regime in Regime::ALL {
            let row = regulator(*regime, day("2026-11-23")).expect("there is one");
            assert_eq!(row.value.name, regime.commissioner());
            assert!(regulator(*regime, day("2004-12-31")).is_none(), "not in force");
        }
    }

    #[test]
    fn what_has_ended_holds_no_more() {
        let row = Dated { last: Some(day("2026-12-31")), ..since_2005((), FOIA_REGULATOR) };
        assert!(row.holds_on(day("2005-01-01")) && row.holds_on(day("2026-12-31")));
        assert!(!row.holds_on(day("2027-01-01")) && !row.holds_on(day("2004-12-31")));
    }
}
