//! What holds of every date, whatever the tables say.

use std::sync::LazyLock;

use chrono::{Days, NaiveDate};
use law::{
    BankHoliday, BankHolidays, Coded, Division, Ground, LimitKind, NotCounted, Regime, WorkingDays,
    limit,
};
use proptest::prelude::*;

use crate::table::{day, shipped};

static SHIPPED: LazyLock<BankHolidays> = LazyLock::new(shipped);
static SCOTTISH: LazyLock<BankHolidays> = LazyLock::new(|| {
    BankHolidays::new(ROWS.iter().filter(|row| row.division == Division::Scotland).cloned())
});
static ROWS: LazyLock<Vec<BankHoliday>> = LazyLock::new(|| SHIPPED.rows().collect());

/// A date inside the loaded years, or a little outside them.
fn dates() -> impl Strategy<Value = NaiveDate> {
    (0_u64..9_600).prop_map(|days| day("2004-01-01") + Days::new(days))
}

fn rules() -> impl Strategy<Value = WorkingDays> {
    prop_oneof![Just(WorkingDays::UnitedKingdom), Just(WorkingDays::Scotland)]
}

fn regimes() -> impl Strategy<Value = Regime> {
    (0..Regime::ALL.len()).prop_map(|at| Regime::ALL[at])
}

fn kinds() -> impl Strategy<Value = LimitKind> {
    (0..LimitKind::ALL.len()).prop_map(|at| LimitKind::ALL[at])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_later_receipt_is_never_due_earlier(
        kind in kinds(), regime in regimes(), from in dates(), later in 0_u64..60,
    ) {
        if let (Ok(first), Ok(second)) = (
            limit(kind, regime, from, &SHIPPED),
            limit(kind, regime, from + Days::new(later), &SHIPPED),
        ) {
            prop_assert!(first.due <= second.due, "{} but {}", first.sentence(), second.sentence());
        } else {
            prop_assert!(law::rule(kind, regime).is_err(), "an enactment has a limit or has not");
        }
    }

    /// The last day is a working day wherever working days are counted, or a last day rolls on; and
    /// exactly so many of them lie after day zero.
    #[test]
    fn what_counts_working_days_ends_on_one(kind in kinds(), regime in regimes(), from in dates()) {
        if let Ok(laid) = limit(kind, regime, from, &SHIPPED) {
            let rule = regime.working_days();
            match laid.length {
                law::Length::WorkingDays(days) => {
                    prop_assert!(SHIPPED.is_working_day(rule, laid.due), "{}", laid.sentence());
                    let counted = SHIPPED.working_days_after(rule, from, laid.due);
                    let cut_short = law::temporary(kind, regime)
                        .is_some_and(|then| then.last == laid.due);
                    prop_assert!(counted == days || cut_short, "{}", laid.sentence());
                }
                law::Length::DaysRollingOn(days) => {
                    prop_assert!(SHIPPED.is_working_day(rule, laid.due), "{}", laid.sentence());
                    let last = from + Days::new(days.into());
                    prop_assert_eq!(laid.due > last, !SHIPPED.is_working_day(rule, last));
                    let between = last.pred_opt().expect("a day before");
                    prop_assert_eq!(SHIPPED.working_days_after(rule, between, laid.due), 1);
                }
                law::Length::CalendarDays(days) => {
                    prop_assert_eq!((laid.due - from).num_days(), i64::from(days));
                }
                law::Length::Months(_) | law::Length::MonthsBeginningWith(_) => {}
            }
        }
    }

    /// Nothing is called late before every reading has passed, and no right of ours is put on a later
    /// day than the safest; a letter posted by the last safe day is in time by our own presumption.
    #[test]
    fn other_readings_and_the_post_are_on_the_safe_side(
        kind in kinds(), regime in regimes(), from in dates(), second in any::<bool>(),
    ) {
        let Ok(laid) = limit(kind, regime, from, &SHIPPED) else { return Ok(()) };
        let others = law::other_readings(&laid, &SHIPPED);
        let (first, last) =
            (law::first_of_all(laid.due, &others), law::last_of_all(laid.due, &others));
        prop_assert!(first <= laid.due && laid.due <= last);
        prop_assert!(!law::has_passed_on_every_reading(last, laid.due, &others));
        prop_assert!(law::has_passed_on_every_reading(last + Days::new(1), laid.due, &others));
        prop_assert!(others.iter().all(|other| other.due != laid.due && !other.why.is_empty()));
        let class = if second { law::PostClass::Second } else { law::PostClass::First };
        let posting = law::last_safe_posting_day(kind, regime, laid.due, class, &SHIPPED)
            .expect("there is a day before");
        prop_assert!(posting.on <= laid.due);
        if !law::is_made_when_posted(kind, regime) {
            prop_assert!(law::posted(regime, class, posting.on, &SHIPPED).on <= laid.due);
        }
    }

    #[test]
    fn exactly_so_many_working_days_lie_between(
        rule in rules(), from in dates(), days in 1_u32..70,
    ) {
        let count = SHIPPED.count(rule, from, days);
        prop_assert_eq!(SHIPPED.working_days_after(rule, from, count.last_day), days);
        prop_assert!(SHIPPED.is_working_day(rule, count.last_day), "the due day is a working day");
        let the_day_before = count.last_day - Days::new(1);
        prop_assert_eq!(SHIPPED.working_days_after(rule, from, the_day_before), days - 1);
    }

    #[test]
    fn each_day_between_is_counted_or_listed_as_skipped(
        rule in rules(), from in dates(), days in 0_u32..70,
    ) {
        let count = SHIPPED.count(rule, from, days);
        let all = (count.last_day - from).num_days();
        prop_assert_eq!(all, i64::from(days) + count.skipped.len() as i64);
        prop_assert!(count.skipped.is_sorted_by_key(|skipped| skipped.date));
        for skipped in &count.skipped {
            prop_assert!(from < skipped.date && skipped.date < count.last_day);
            prop_assert_eq!(Some(skipped.why.clone()), SHIPPED.why_not_counted(rule, skipped.date));
        }
    }

    #[test]
    fn a_day_outside_the_loaded_years_makes_the_count_provisional(
        rule in rules(), from in dates(), days in 1_u32..70,
    ) {
        let count = SHIPPED.count(rule, from, days);
        let looked_at = (from + Days::new(1), count.last_day);
        let loaded = day("2005-01-01") <= looked_at.0 && looked_at.1 <= day("2028-12-31");
        prop_assert_eq!(count.provisional, !loaded);
    }

    #[test]
    fn a_holiday_struck_is_as_if_it_had_never_been(
        at in any::<prop::sample::Index>(), rule in rules(), before in 0_u64..40, days in 1_u32..41,
    ) {
        let struck = at.get(&ROWS[..]);
        let absent = BankHolidays::new(ROWS.iter().filter(|row| *row != struck).cloned());
        prop_assert_eq!(absent.rows().count(), ROWS.len() - 1);
        let from = struck.date - Days::new(before);
        let with = SHIPPED.count(rule, from, days);
        let without = absent.count(rule, from, days);
        prop_assert!(without.last_day <= with.last_day, "one holiday less is never later");
        let mattered = with.skipped.iter().any(|skipped| match &skipped.why {
            NotCounted::BankHoliday { divisions, .. } => {
                skipped.date == struck.date && *divisions == [struck.division]
            }
            NotCounted::Weekend | NotCounted::ChristmasDay | NotCounted::GoodFriday => false,
        });
        prop_assert_eq!(without.last_day < with.last_day, mattered, "{:?}", struck);
        let restored = BankHolidays::new(absent.rows().chain([struck.clone()]));
        prop_assert_eq!(&restored, &*SHIPPED, "and put back, it is as it was");
    }

    #[test]
    fn holidays_outside_scotland_never_move_a_scottish_date(
        from in dates(), days in 1_u32..70,
    ) {
        let alone = SCOTTISH.count(WorkingDays::Scotland, from, days);
        prop_assert_eq!(alone, SHIPPED.count(WorkingDays::Scotland, from, days));
    }

    /// What section 73 leaves out, section 10(6) leaves out too: the days left out of the one
    /// count are among those left out of the other.
    #[test]
    fn the_act_of_2000_is_never_earlier_than_the_scottish_act(
        from in dates(), days in 1_u32..70,
    ) {
        let foia = SHIPPED.count(WorkingDays::UnitedKingdom, from, days);
        let foisa = SHIPPED.count(WorkingDays::Scotland, from, days);
        prop_assert!(foisa.last_day <= foia.last_day);
    }

    #[test]
    fn working_days_add_up(rule in rules(), from in dates(), one in 0_u64..90, two in 0_u64..90) {
        let middle = from + Days::new(one);
        let end = middle + Days::new(two);
        prop_assert_eq!(
            SHIPPED.working_days_after(rule, from, middle)
                + SHIPPED.working_days_after(rule, middle, end),
            SHIPPED.working_days_after(rule, from, end)
        );
    }

    #[test]
    fn whatever_is_written_is_read_or_refused_with_a_reason(
        regime in regimes(), text in "[sS. 0-9A-Za-z(),;&é£]{0,24}",
    ) {
        match Ground::parse_all(regime, &text) {
            Ok(grounds) => {
                prop_assert!(!grounds.is_empty());
                for ground in grounds {
                    let again = Ground::parse(regime, &ground.code());
                    prop_assert_eq!(again, Ok(ground), "the kept form reads as itself");
                }
            }
            Err(error) => prop_assert!(error.to_string().ends_with('.'), "{}", error),
        }
    }

    #[test]
    fn several_grounds_joined_are_read_as_they_stand(
        regime in regimes(), picks in prop::collection::vec(("[12][0-9]|3[0-9]|4[0-4]", 1_u8..9), 1..5),
    ) {
        let each: Vec<Ground> = picks
            .iter()
            .filter_map(|(section, limb)| Ground::parse(regime, &format!("{section}({limb})")).ok())
            .collect();
        let mut once = Vec::new();
        for ground in &each {
            if !once.contains(ground) {
                once.push(ground.clone());
            }
        }
        let field: Vec<String> = each.iter().map(Ground::tag).collect();
        match Ground::parse_all(regime, &field.join("; ")) {
            Ok(read) => prop_assert_eq!(read, once),
            Err(_) => prop_assert!(each.is_empty()),
        }
    }
}
