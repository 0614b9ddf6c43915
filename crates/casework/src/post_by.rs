//! By when a letter that takes a step has to be posted: for a right of ours that ends on a day.
//!
//! It is worked out from the step and its last day, never stored: a list that holds both can ask for
//! it without the request's history.

use chrono::{Datelike, NaiveDate};
use law::calendar::BankHolidays;
use law::posting::{LastPosting, is_made_when_posted, last_day_to_arrive, last_safe_posting_day};
use law::receipt::PostClass;
use law::regime::Regime;
use law::time_limit::LimitKind;

use crate::agenda::{Step, StepKind};

/// The last days on which the letter for a step is safely posted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostBy {
    /// First class.
    pub first: LastPosting,
    /// Second class.
    pub second: LastPosting,
    /// Whether it is in time when it is posted: the day of arrival does not matter.
    pub made_when_posted: bool,
}

/// What the post has to be in time for.
enum InTimeFor {
    Limit(LimitKind),
    /// What only has to have arrived.
    Arrival,
}

/// By when the letter for a step is to be posted, where the step ends on a day and a letter takes it.
pub fn post_by(
    step: StepKind,
    until: Option<NaiveDate>,
    regime: Regime,
    holidays: &BankHolidays,
) -> Option<PostBy> {
    let until = until?;
    let what = match step {
        // A follow-up, and a letter that waits, end on a day only where they ask for a review.
        StepKind::AskReview | StepKind::FollowUp | StepKind::SendLetter => {
            InTimeFor::Limit(LimitKind::ReviewRequest)
        }
        StepKind::Complain => InTimeFor::Limit(LimitKind::Complaint),
        StepKind::Appeal => InTimeFor::Limit(LimitKind::Appeal),
        StepKind::PayFee => InTimeFor::Limit(LimitKind::Fees),
        StepKind::AnswerClarification => InTimeFor::Arrival,
        // Chasing ends where another limit of theirs does; no right of ours hangs on it.
        StepKind::Chase
        | StepKind::ChaseReview
        | StepKind::WriteRequest
        | StepKind::Wait
        | StepKind::Close
        | StepKind::Nothing => return None,
    };
    let last = |class| match what {
        InTimeFor::Limit(kind) => last_safe_posting_day(kind, regime, until, class, holidays),
        InTimeFor::Arrival => last_day_to_arrive(regime, until, class, holidays),
    };
    Some(PostBy {
        first: last(PostClass::First)?,
        second: last(PostClass::Second)?,
        made_when_posted: matches!(what, InTimeFor::Limit(kind) if is_made_when_posted(kind, regime)),
    })
}

impl Step {
    /// By when the letter for it is to be posted, where it ends on a day and a letter takes it.
    pub fn post_by(&self, regime: Regime, holidays: &BankHolidays) -> Option<PostBy> {
        post_by(self.kind, self.until, regime, holidays)
    }
}

impl PostBy {
    /// Whether no class of post is safe any more.
    pub fn is_over(&self, today: NaiveDate) -> bool {
        today > self.first.on
    }

    /// In short, for a row: "post by Mon 14 Dec, first class".
    pub fn short(&self, today: NaiveDate) -> String {
        if self.is_over(today) {
            return "too late for the post: e-mail".to_owned();
        }
        let day = day_words(self.first.on, today);
        match self.made_when_posted {
            true => format!("post by {day}"),
            false => format!("post by {day}, first class"),
        }
    }

    /// As a sentence, for the step itself.
    pub fn sentence(&self, today: NaiveDate) -> String {
        let day = |posting: &LastPosting| day_words(posting.on, today);
        let mut said = if self.is_over(today) {
            "Too late for the post to be safe: e-mail it.".to_owned()
        } else if self.made_when_posted {
            format!(
                "In time when it is posted by the end of {} ({}).",
                day(&self.first),
                self.first.citation.text
            )
        } else if today > self.second.on {
            format!("Last safe posting day: {}, first class. After that, e-mail.", day(&self.first))
        } else {
            format!(
                "Last safe posting day: {} first class, {} second. After that, e-mail.",
                day(&self.first),
                day(&self.second)
            )
        };
        if self.first.provisional && !self.is_over(today) {
            said.push_str(" Provisional: not all bank holidays of that time are known.");
        }
        said
    }
}

/// "Mon 14 Dec", with its year where that is not this year.
fn day_words(day: NaiveDate, today: NaiveDate) -> String {
    let form = if day.year() == today.year() { "%a %-d %b" } else { "%a %-d %b %Y" };
    day.format(form).to_string()
}

#[cfg(test)]
mod tests {
    use law::coded::Coded;

    use super::*;
    use crate::testing::{day, holidays};

    fn until(step: StepKind, regime: Regime, until: &str) -> PostBy {
        post_by(step, Some(day(until)), regime, &holidays()).expect("a letter takes it")
    }

    #[test]
    fn the_post_is_given_two_days_or_three_and_then_an_email() {
        let review = until(StepKind::AskReview, Regime::Foia, "2026-12-16");
        assert_eq!((review.first.on, review.second.on), (day("2026-12-14"), day("2026-12-11")));
        assert_eq!(
            review.sentence(day("2026-12-11")),
            "Last safe posting day: Mon 14 Dec first class, Fri 11 Dec second. After that, e-mail."
        );
        assert_eq!(
            review.sentence(day("2026-12-14")),
            "Last safe posting day: Mon 14 Dec, first class. After that, e-mail."
        );
        assert_eq!(review.short(day("2026-12-14")), "post by Mon 14 Dec, first class");
        assert!(!review.is_over(day("2026-12-14")) && review.is_over(day("2026-12-15")));
        assert_eq!(
            review.sentence(day("2026-12-15")),
            "Too late for the post to be safe: e-mail it."
        );
        assert_eq!(review.short(day("2026-12-15")), "too late for the post: e-mail");
    }

    #[test]
    fn a_day_of_another_year_says_its_year() {
        let review = until(StepKind::AskReview, Regime::Foia, "2027-01-15");
        assert_eq!(review.short(day("2026-12-14")), "post by Wed 13 Jan 2027, first class");
        assert_eq!(review.short(day("2027-01-04")), "post by Wed 13 Jan, first class");
    }

    #[test]
    fn a_requirement_for_review_in_scotland_is_in_time_on_the_last_day() {
        let review = until(StepKind::AskReview, Regime::Foisa, "2026-12-16");
        assert_eq!(review.first.on, day("2026-12-16"));
        let said = review.sentence(day("2026-12-16"));
        assert!(said.starts_with("In time when it is posted by the end of Wed 16 Dec"), "{said}");
        assert!(said.contains("section 74"), "{said}");
        assert_eq!(review.short(day("2026-12-16")), "post by Wed 16 Dec");
        // An answer to their question has to arrive: the third day after posting, and two working days.
        let answer = until(StepKind::AnswerClarification, Regime::Foisa, "2026-12-16");
        assert_eq!(answer.first.on, day("2026-12-11"));
        assert!(!answer.made_when_posted);
    }

    #[test]
    fn only_a_step_of_ours_that_ends_has_a_day_to_post_by() {
        let with: Vec<StepKind> = StepKind::ALL
            .iter()
            .copied()
            .filter(|step| {
                post_by(*step, Some(day("2026-12-16")), Regime::Foia, &holidays()).is_some()
            })
            .collect();
        assert_eq!(
            with,
            [
                StepKind::SendLetter,
                StepKind::FollowUp,
                StepKind::AskReview,
                StepKind::Complain,
                StepKind::AnswerClarification,
                StepKind::PayFee,
                StepKind::Appeal,
            ]
        );
        assert_eq!(post_by(StepKind::AskReview, None, Regime::Foia, &holidays()), None);
    }

    #[test]
    fn the_step_of_a_request_carries_its_day() {
        let mut history = crate::testing::History::sent(Regime::Foia);
        history.reply("2026-12-14", &[(1, crate::outcome::Outcome::Refused)]);
        let standing = history.agenda().on(day("2026-12-14"));
        let step = standing.steps.iter().find(|step| step.kind == StepKind::AskReview);
        let step = step.expect("a review can be asked for");
        assert_eq!(step.until, Some(day("2027-02-12")));
        let by = step.post_by(Regime::Foia, &history.holidays).expect("a letter takes it");
        assert_eq!((by.first.on, by.second.on), (day("2027-02-10"), day("2027-02-09")));
    }
}
