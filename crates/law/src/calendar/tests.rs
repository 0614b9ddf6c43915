use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date written in a test exists")
}

fn row(date: &str, division: Division, title: &str) -> BankHoliday {
    BankHoliday { date: day(date), division, title: title.to_owned() }
}

/// Rows enough for the turn of 2026: New Year everywhere, 2 January and St Andrew in Scotland, St
/// Patrick in Northern Ireland, Easter Monday outside Scotland, Good Friday in Scotland only.
fn holidays() -> BankHolidays {
    use Division::{EnglandAndWales, NorthernIreland, Scotland};
    BankHolidays::new([
        row("2026-01-01", Scotland, "New Year's Day"),
        row("2026-01-01", EnglandAndWales, "New Year's Day"),
        row("2026-01-01", NorthernIreland, "New Year's Day"),
        row("2026-01-02", Scotland, "2nd January"),
        row("2026-03-17", NorthernIreland, "St Patrick's Day"),
        row("2026-04-03", Scotland, "Good Friday"),
        row("2026-04-06", EnglandAndWales, "Easter Monday"),
        row("2026-04-06", NorthernIreland, "Easter Monday"),
        row("2026-11-30", Scotland, "St Andrew's Day"),
    ])
}

fn why(rule: WorkingDays, date: &str) -> Option<String> {
    holidays().why_not_counted(rule, day(date)).map(|why| why.words())
}

#[test]
fn each_act_leaves_out_its_own_days() {
    use WorkingDays::{Scotland, UnitedKingdom};
    let some = |words: &str| Some(words.to_owned());
    assert_eq!(why(UnitedKingdom, "2026-01-01"), some("New Year's Day"));
    assert_eq!(why(Scotland, "2026-01-01"), some("New Year's Day (Scotland)"));
    assert_eq!(why(UnitedKingdom, "2026-01-02"), some("2nd January (Scotland)"));
    assert_eq!(why(UnitedKingdom, "2026-03-17"), some("St Patrick's Day (Northern Ireland)"));
    assert_eq!(why(Scotland, "2026-03-17"), None);
    assert_eq!(why(UnitedKingdom, "2026-04-03"), some("Good Friday"));
    assert_eq!(why(Scotland, "2026-04-03"), some("Good Friday (Scotland)"));
    assert_eq!(
        why(UnitedKingdom, "2026-04-06"),
        some("Easter Monday (England and Wales; Northern Ireland)")
    );
    assert_eq!(why(Scotland, "2026-04-06"), None);
    assert_eq!(why(UnitedKingdom, "2026-04-04"), some("weekend"));
    assert_eq!(why(Scotland, "2026-12-25"), some("Christmas Day"));
}

#[test]
fn good_friday_is_left_out_of_the_act_of_2000_without_any_row() {
    let none = BankHolidays::default();
    assert_eq!(
        none.why_not_counted(WorkingDays::UnitedKingdom, day("2026-04-03")),
        Some(NotCounted::GoodFriday)
    );
    assert_eq!(
        none.why_not_counted(WorkingDays::Scotland, day("2026-04-03")),
        None,
        "the Scottish Act knows it only as a bank holiday"
    );
}

#[test]
fn a_day_with_two_names_has_both() {
    let holidays = BankHolidays::new([
        row("2005-01-03", Division::EnglandAndWales, "New Year's Day"),
        row("2005-01-03", Division::Scotland, "2nd January"),
    ]);
    let why = holidays.why_not_counted(WorkingDays::UnitedKingdom, day("2005-01-03"));
    assert_eq!(
        why.map(|why| why.words()),
        Some("New Year's Day / 2nd January (England and Wales; Scotland)".to_owned())
    );
}

#[test]
fn rows_come_back_sorted_and_once() {
    let again = BankHolidays::new(holidays().rows().chain(holidays().rows()));
    assert_eq!(again, holidays());
    let rows: Vec<BankHoliday> = again.rows().collect();
    assert_eq!(rows.len(), 9);
    assert!(rows.is_sorted());
}

#[test]
fn a_year_is_loaded_when_every_part_that_matters_has_it() {
    use WorkingDays::{Scotland, UnitedKingdom};
    let holidays = BankHolidays::new(holidays().rows().chain([row(
        "2028-01-03",
        Division::Scotland,
        "New Year's Day",
    )]));
    assert_eq!(holidays.first_year(UnitedKingdom), Some(2026));
    assert_eq!(holidays.last_year(UnitedKingdom), Some(2026));
    assert_eq!(holidays.last_year(Scotland), Some(2028));
    assert_eq!(BankHolidays::default().first_year(UnitedKingdom), None);
    let into_the_gap = holidays.count(Scotland, day("2026-12-30"), 3);
    assert!(into_the_gap.provisional, "2027 is missing though 2028 is there");
}

#[test]
fn counting_starts_on_the_day_after_whatever_day_that_is() {
    let due = |from| holidays().count(WorkingDays::UnitedKingdom, day(from), 1).last_day;
    for received in ["2026-01-09", "2026-01-10", "2026-01-11"] {
        assert_eq!(due(received), day("2026-01-12"), "{received}: Friday to Sunday are alike");
    }
    assert_eq!(due("2025-12-31"), day("2026-01-05"), "1 and 2 January and a weekend");
}

#[test]
fn every_day_passed_over_is_listed_in_order() {
    let count = holidays().count(WorkingDays::UnitedKingdom, day("2026-04-01"), 2);
    assert_eq!(count.last_day, day("2026-04-07"));
    let skipped: Vec<(String, String)> =
        count.skipped.iter().map(|day| (day.date.to_string(), day.why.words())).collect();
    let expected = [
        ("2026-04-03", "Good Friday"),
        ("2026-04-04", "weekend"),
        ("2026-04-05", "weekend"),
        ("2026-04-06", "Easter Monday (England and Wales; Northern Ireland)"),
    ]
    .map(|(date, why)| (date.to_owned(), why.to_owned()));
    assert_eq!(skipped, expected);
    assert!(!count.provisional);
}

#[test]
fn no_days_end_where_they_begin() {
    let count = holidays().count(WorkingDays::Scotland, day("2026-04-04"), 0);
    assert_eq!(count.last_day, day("2026-04-04"));
    assert!(count.skipped.is_empty() && !count.provisional);
}

#[test]
fn working_days_after_counts_what_count_counts() {
    let holidays = holidays();
    let rule = WorkingDays::UnitedKingdom;
    let after = |after, through| holidays.working_days_after(rule, day(after), day(through));
    assert_eq!(after("2026-04-01", "2026-04-07"), 2);
    assert_eq!(after("2026-04-01", "2026-04-06"), 1, "a day that does not count adds none");
    assert_eq!(after("2026-04-01", "2026-04-01"), 0);
    assert_eq!(after("2026-04-07", "2026-04-01"), 0);
    assert_eq!(holidays.working_days_after(rule, NaiveDate::MAX, NaiveDate::MAX), 0);
}

#[test]
fn the_end_of_time_is_survived() {
    let count = holidays().count(WorkingDays::UnitedKingdom, NaiveDate::MAX, 20);
    assert_eq!(count.last_day, NaiveDate::MAX);
    assert!(count.provisional);
}

/// The years from 2003 to 2032 are looked up; what lies outside is counted day by day, by the same
/// rules. 1 January 2033 is a Saturday.
#[test]
fn outside_the_years_looked_up_days_are_counted_alike() {
    let rule = WorkingDays::UnitedKingdom;
    let new_year = Division::ALL.iter().map(|place| row("2033-01-03", *place, "New Year's Day"));
    let holidays = BankHolidays::new(new_year);
    let count = holidays.count(rule, day("2033-01-01"), 2);
    assert_eq!(count.last_day, day("2033-01-05"), "4 and 5 January");
    let skipped: Vec<String> = count.skipped.iter().map(|day| day.date.to_string()).collect();
    assert_eq!(skipped, ["2033-01-02", "2033-01-03"], "a Sunday and New Year");
    assert!(!count.provisional, "2033 is loaded");
    assert_eq!(holidays.count_ends(rule, day("2033-01-01"), 2), (day("2033-01-05"), false));
    let into_2034 = holidays.count(rule, day("2033-12-29"), 2);
    assert_eq!(into_2034.last_day, day("2034-01-02"), "30 December, and a Monday");
    assert!(into_2034.provisional, "2034 is not loaded");
    let back_again = holidays.count(rule, day("2032-12-29"), 3);
    assert_eq!(back_again.last_day, day("2033-01-04"), "30 and 31 December, 4 January");
    assert!(back_again.provisional, "2032 is not loaded");
    let between = |through| holidays.working_days_after(rule, day("2033-01-01"), day(through));
    assert_eq!((between("2033-01-03"), between("2033-01-04"), between("2033-01-05")), (0, 1, 2));
    assert!(!holidays.is_working_day(rule, day("2033-01-03")));
    assert!(holidays.is_working_day(rule, day("2033-01-04")));
}

/// Whoever sorts a hundred thousand deadlines waits for look-ups, not for counts.
#[test]
fn a_count_within_the_years_looked_up_is_looked_up() {
    let ends = |from, days| holidays().marked_end(WorkingDays::UnitedKingdom, day(from), days);
    assert_eq!(ends("2026-01-05", 1), Some((day("2026-01-06"), false)));
    assert_eq!(ends("2026-12-30", 2), Some((day("2027-01-01"), true)), "2027 is not loaded");
    assert_eq!(ends("2032-12-30", 2), None, "it runs past them");
    assert_eq!(ends("2002-12-31", 1), None, "it begins before them");
}
