//! Requests that could be costed together.

use law::cost_guard::{CostGuard, EarlierRequest, EarlierState, check};

use crate::table::{day, rows, shipped};

#[test]
fn each_new_request_is_warned_of_what_its_row_says() {
    let holidays = shipped();
    for row in rows("cost_guard.csv") {
        let earlier: Vec<EarlierRequest> = row
            .get("earlier")
            .split("; ")
            .filter(|one| !one.is_empty())
            .map(|one| {
                let mut words = one.split(' ');
                let mut next = || words.next().expect("reference, day and state").to_owned();
                EarlierRequest {
                    reference: next(),
                    received: day(&next()),
                    subject: "the same".to_owned(),
                    state: match next().as_str() {
                        "open" => EarlierState::Open,
                        "answered" => EarlierState::Answered,
                        "withdrawn" => EarlierState::Withdrawn,
                        other => panic!("{}: {other}", row.place),
                    },
                }
            })
            .collect();
        match check(row.regime(), row.date("received"), &earlier, &holidays) {
            CostGuard::Clear => assert_eq!(row.get("found"), "clear", "{}", row.place),
            CostGuard::NotInThisLaw(_) => panic!("{}: it is in the Act of 2000", row.place),
            CostGuard::Warns(found) => {
                let with: Vec<&str> =
                    found.with.iter().map(|request| request.reference.as_str()).collect();
                assert_eq!(with.join(" "), row.get("found"), "{}", row.place);
                assert_eq!(found.first_safe_day, row.date("safe"), "{}", row.place);
                let sentence = found.sentence("Kent Police");
                assert!(with.iter().all(|reference| sentence.contains(reference)), "{sentence}");
                // A request on the safe day itself is safe.
                let later = check(row.regime(), found.first_safe_day, &found.with, &holidays);
                assert_eq!(later, CostGuard::Clear, "{}", row.place);
            }
        }
    }
}
