use super::*;
use crate::calendar::{BankHoliday, Division};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date written in a test exists")
}

fn autumn_2026() -> BankHolidays {
    let row = |date, division, title: &str| BankHoliday {
        date: day(date),
        division,
        title: title.to_owned(),
    };
    let mut rows = vec![row("2026-11-30", Division::Scotland, "St Andrew's Day")];
    for division in Division::ALL {
        rows.push(row("2026-12-25", *division, "Christmas Day"));
        rows.push(row("2026-12-28", *division, "Boxing Day"));
    }
    BankHolidays::new(rows)
}

fn laid(kind: LimitKind, regime: Regime, from: &str) -> Limit {
    limit(kind, regime, day(from), &autumn_2026()).expect("the Act has this limit")
}

#[test]
fn the_sentence_shows_the_working() {
    assert_eq!(
        laid(LimitKind::Response, Regime::Foia, "2026-10-16").sentence(),
        "20 working days after 16 October 2026, not counting weekends: due by the end of 13 \
         November 2026 (section 10(1), Freedom of Information Act 2000)."
    );
    assert_eq!(
        laid(LimitKind::Response, Regime::Foisa, "2026-11-26").sentence(),
        "20 working days after 26 November 2026, not counting weekends, 30 Nov (St Andrew's \
         Day, Scotland), 25 Dec (Christmas Day) and 28 Dec (Boxing Day, Scotland): due by the \
         end of 29 December 2026 (section 10(1), Freedom of Information (Scotland) Act 2002)."
    );
}

#[test]
fn a_code_a_policy_and_a_courtesy_say_what_they_are() {
    let sentence = |kind| laid(kind, Regime::Foia, "2026-10-16").sentence();
    assert!(sentence(LimitKind::ReviewRequest).ends_with(
        "(paragraph 5.3, Freedom of Information Code of Practice (July 2018): a code of \
         practice, not a limit of the Act; unconfirmed)."
    ));
    assert!(sentence(LimitKind::Complaint).ends_with(
        "Freedom of Information Act 2000: the regulator's policy, not a limit of the Act)."
    ));
    assert_eq!(
        courtesy(Regime::Foia, day("2026-10-16"), 1, &autumn_2026()).sentence(),
        "1 working day after 16 October 2026, not counting weekends: due by the end of 19 \
         October 2026 (our own date: not a limit of the Act)."
    );
}

#[test]
fn a_provisional_date_says_so() {
    let late = laid(LimitKind::Response, Regime::Foia, "2026-12-21");
    assert!(late.provisional, "it runs into a year that is not loaded");
    assert!(late.sentence().ends_with(
        "Provisional: not all bank holidays of that time are loaded, and the day may be later."
    ));
    let early = laid(LimitKind::Response, Regime::Foia, "2026-10-16");
    assert!(!early.provisional);
    assert!(!early.sentence().contains("rovisional"));
}

#[test]
fn six_weeks_and_six_months_do_not_roll_on() {
    let weeks = laid(LimitKind::Complaint, Regime::Foia, "2026-11-13");
    assert_eq!(weeks.due, day("2026-12-25"), "Christmas Day stays the last day");
    assert!(weeks.skipped.is_empty() && !weeks.provisional);
    let months = laid(LimitKind::Complaint, Regime::Foisa, "2026-08-31");
    assert_eq!(months.due, day("2027-02-28"), "the end of a month without a 31st");
    assert!(!months.provisional, "no bank holiday can move it");
}

#[test]
fn scotland_has_no_second_limit_for_a_review() {
    let refused = limit(LimitKind::ReviewSilence, Regime::Foisa, day("2026-11-13"), &autumn_2026());
    let refused = refused.expect_err("the Scottish Act has none").to_string();
    assert!(refused.contains("there is none"), "{refused}");
    assert!(refused.contains("section 21(1)"), "{refused}");
}

#[test]
fn the_end_of_time_is_survived() {
    for regime in Regime::ALL {
        for kind in LimitKind::ALL {
            if let Ok(limit) = limit(*kind, *regime, NaiveDate::MAX, &BankHolidays::default()) {
                assert_eq!((limit.due, limit.provisional), (NaiveDate::MAX, true));
            }
        }
    }
}

#[test]
fn months_that_begin_with_a_day_end_on_the_day_before_its_like() {
    let fees = |from| laid(LimitKind::Fees, Regime::Foia, from);
    assert_eq!(fees("2026-01-22").due, day("2026-04-21"));
    assert_eq!(fees("2026-03-01").due, day("2026-05-31"));
    assert_eq!(fees("2025-11-28").due, day("2026-02-27"));
    assert_eq!(fees("2025-11-30").due, day("2026-02-28"), "there is no 30 February to be before");
    assert_eq!(
        fees("2026-01-22").sentence(),
        "3 months beginning with 22 January 2026: due by the end of 21 April 2026 (section 9(2), \
         Freedom of Information Act 2000: unconfirmed)."
    );
    let days = fees("2026-01-22").day_by_day();
    assert_eq!(days[0], DayOfCount { date: day("2026-01-22"), part: Part::Counted(1) });
}

#[test]
fn an_appeal_rolls_on_from_a_day_off_and_says_so() {
    let appeal = laid(LimitKind::Appeal, Regime::Foia, "2026-11-27");
    assert_eq!(
        appeal.due,
        day("2026-12-29"),
        "from Christmas Day over the weekend and 28 December"
    );
    let sentence = appeal.sentence();
    assert!(
        sentence.starts_with(
            "28 days after 27 November 2026, rolling on over weekends, 25 Dec (Christmas Day) and \
             28 Dec (Boxing Day): due by 5 pm on 29 December 2026"
        ),
        "{sentence}"
    );
    let days = appeal.day_by_day();
    assert_eq!(days[27], DayOfCount { date: day("2026-12-25"), part: Part::Counted(28) });
    assert_eq!(days.len(), 32);
    assert!(days[28..].iter().all(|day| day.part == Part::RolledOn));
    let session = laid(LimitKind::Appeal, Regime::Foisa, "2026-11-13");
    assert_eq!(
        session.due,
        day("2026-12-25"),
        "42 days to the Court of Session stay where they end"
    );
}

#[test]
fn the_days_of_a_count_are_numbered_or_give_their_reason() {
    let response = laid(LimitKind::Response, Regime::Foisa, "2026-11-26");
    let days = response.day_by_day();
    let part = |date: &str| {
        days.iter().find(|it| it.date == day(date)).map(|it| it.part.clone()).expect("a day")
    };
    assert_eq!(part("2026-11-27"), Part::Counted(1));
    assert_eq!(part("2026-11-28"), Part::Skipped(crate::NotCounted::Weekend));
    assert!(matches!(part("2026-11-30"), Part::Skipped(crate::NotCounted::BankHoliday { .. })));
    assert_eq!(part("2026-12-29"), Part::Counted(20));
}

#[test]
fn in_the_spring_of_2020_scottish_answers_had_sixty_days() {
    let none = BankHolidays::default();
    let due = |from: &str| {
        limit(LimitKind::Response, Regime::Foisa, day(from), &none).expect("the Act has it").due
    };
    assert_eq!(due("2020-03-09"), day("2020-04-06"), "late before the rule came");
    assert_eq!(due("2020-03-10"), day("2020-05-26"));
    assert_eq!(due("2020-04-28"), day("2020-05-26"), "the twentieth is the last day of the rule");
    assert_eq!(due("2020-04-29"), day("2020-05-27"), "the first day on which 20 apply again");
    let answered = |from: &str, on: &str| {
        in_time(LimitKind::Response, Regime::Foisa, day(from), day(on), &none)
            .expect("the Act has it")
    };
    assert!(answered("2020-03-10", "2020-05-26"));
    assert!(!answered("2020-03-10", "2020-05-27"));
    assert!(!answered("2020-03-02", "2020-04-01"), "judged by 20 on that day");
    assert!(answered("2020-03-02", "2020-04-07"), "judged by 60 on that day");
    let length = |on: &str| {
        rule_on(LimitKind::Review, Regime::Foisa, day(on)).expect("the Act has it").length
    };
    assert_eq!(length("2020-04-06"), Length::WorkingDays(20));
    assert_eq!(length("2020-04-07"), Length::WorkingDays(60));
    assert_eq!(length("2020-05-26"), Length::WorkingDays(60));
    assert_eq!(length("2020-05-27"), Length::WorkingDays(20));
    let then = temporary(LimitKind::Review, Regime::Foisa).expect("there was one");
    let citation = |on: &str| {
        rule_on(LimitKind::Review, Regime::Foisa, day(on)).expect("the Act has it").citation
    };
    assert_eq!(citation("2020-04-07"), then.citation);
    assert_ne!(citation("2020-04-06"), then.citation);
    let laid = limit(LimitKind::Response, Regime::Foisa, day("2020-04-08"), &none)
        .expect("the Act has it");
    assert_eq!((laid.length, laid.citation), (Length::WorkingDays(60), then.citation));
    let sentence = laid.sentence();
    assert!(sentence.contains("from 27 May 2020 the 20 working days applied again"), "{sentence}");
    assert_eq!(temporary(LimitKind::Response, Regime::Foia), None);
}

#[test]
fn a_limit_is_a_right_of_ours_or_a_duty_of_theirs() {
    let ours: Vec<&str> =
        LimitKind::ALL.iter().filter(|kind| kind.is_ours()).map(|kind| kind.code()).collect();
    assert_eq!(ours, ["review-request", "complaint", "appeal", "fees"]);
}

#[test]
fn only_a_length_in_working_days_counts_them_alone() {
    assert!(Length::WorkingDays(20).counts_working_days());
    for days_of_any_kind in [
        Length::CalendarDays(42),
        Length::DaysRollingOn(28),
        Length::Months(6),
        Length::MonthsBeginningWith(3),
    ] {
        assert!(!days_of_any_kind.counts_working_days(), "{}", days_of_any_kind.words());
    }
}
