//! A campaign well under way, for looking at screens: every stage, and a queue.

#![allow(clippy::expect_used, reason = "what a test cannot do ends it")]

use desk::batch::silently;
use desk::{
    ContactPart, Departure, Desk, Moment, OutcomeRow, PostClass, ReplyRows, SendOrder, TheirLetter,
    WhatToWrite, WhichRequests, WriteOrder,
};
use tests::day;

use crate::main_job::Place;

/// The day on which it is looked at: a Monday.
pub const TODAY: &str = "2026-11-23";

const POST: Departure = Departure::Posted { class: PostClass::First };
/// The counted questions of the sample.
const COUNTED: [&str; 13] = ["1", "2a", "2b", "2c", "2d", "2e", "3", "4", "5", "6", "7", "8", "9"];
/// The replies: number of the request, the date that the letter bears, the day it came, and a key for
/// each counted question.
const REPLIES: [(u32, &str, &str, &str); 20] = [
    (1, "2026-09-30", "2026-10-01", "AAAAAAAAAAAAX"),
    (2, "2026-10-05", "2026-10-06", "RAAPNNAAARPHA"),
    (4, "2026-10-02", "2026-10-05", "AAAAAAPAAHAAA"),
    (6, "2026-10-05", "2026-10-06", "AAPAAAARRAAAH"),
    (7, "2026-10-05", "2026-10-06", "DDDDDDAAAAAAA"),
    (9, "2026-10-01", "2026-10-02", "AAAAAAAEAAAAA"),
    (11, "2026-10-02", "2026-10-05", "RAAPNNAAARPHA"),
    (13, "2026-10-06", "2026-10-07", "AAAAAAAAAPAHA"),
    (14, "2026-10-06", "2026-10-07", "AAAAAAAAAAAAA"),
    (15, "2026-10-07", "2026-10-08", "NAAAAAAANNAAA"),
    (16, "2026-10-05", "2026-10-06", "AAAAAAEAAAAAX"),
    (18, "2026-10-06", "2026-10-07", "RRRRRRRRRRRRR"),
    (20, "2026-10-05", "2026-10-06", "AAAAAAAAHHAAA"),
    (22, "2026-10-06", "2026-10-07", "PAAAAAAAAAPAA"),
    (26, "2026-11-12", "2026-11-13", "AAAAAARAAAAHA"),
    (28, "2026-11-10", "2026-11-11", "AAAAAAAAAAAAA"),
    (31, "2026-11-16", "2026-11-17", "AAPPAAAAAAAHA"),
    (33, "2026-11-17", "2026-11-18", "AAAAAAAAARAAA"),
    (41, "2026-11-12", "2026-11-13", "AAAAAAHAAANNA"),
    (43, "2026-11-16", "2026-11-17", "AAAAAAAAAAAAX"),
];

fn on(date: &str) -> Moment {
    Moment::noon(day(date))
}

fn reference(number: u32) -> String {
    format!("HT-{number:03}")
}

fn leave(desk: &mut Desk, numbers: impl IntoIterator<Item = u32>, by: Departure, date: &str) {
    let references: Vec<String> = numbers.into_iter().map(reference).collect();
    desk.mark_sent(&references, by, day(date), None, on(date)).expect("they left");
}

fn reply(desk: &mut Desk, (number, dated, received, keys): (u32, &str, &str, &str)) {
    let row = |(question, key): (&&str, char)| OutcomeRow {
        question: (*question).to_owned(),
        outcome: key.to_string(),
        sections: match (key, *question) {
            ('R', "6" | "8") => "s.12(1)".to_owned(),
            ('R' | 'D', _) => "s.31(1)(a)".to_owned(),
            _ => String::new(),
        },
        ..OutcomeRow::default()
    };
    let rows = ReplyRows {
        request: reference(number),
        letter: TheirLetter {
            dated: day(dated),
            received_on: Some(day(received)),
            their_reference: Some(format!("FOI/26/{}", 1000 + 37 * number)),
            ..TheirLetter::default()
        },
        outcomes: COUNTED.iter().zip(keys.chars()).map(row).collect(),
        ..ReplyRows::default()
    };
    desk.record_reply_rows(&rows, on(received)).expect("a reply");
}

fn write(desk: &mut Desk, what: WhatToWrite, numbers: &[u32], date: &str) {
    let order = WriteOrder {
        what,
        which: WhichRequests::Named(numbers.iter().copied().map(reference).collect()),
        dated: day(date),
        reply_by: None,
        out: None,
    };
    let report = desk.write_letters(&order, on(date), &mut *silently()).expect("letters");
    assert_eq!(report.written.len(), numbers.len(), "{report:?}");
}

/// Makes the campaign in the library of this place.
pub fn under_way(place: &Place) {
    let mut desk = Desk::create_with_sample(&place.library(), on("2026-09-03")).expect("a library");
    let forces = desk.forces().expect("the register");
    let police: Vec<String> =
        forces.into_iter().filter(|force| force.police).map(|force| force.id).collect();
    for force in police.iter().step_by(4) {
        let parts = [ContactPart::Address];
        desk.confirm_force(force, &parts, day("2026-09-04"), on("2026-09-04")).expect("checked");
    }
    let order = SendOrder {
        campaign: "HT".to_owned(),
        dated: day("2026-09-07"),
        forces: police.iter().filter(|force| **force != "wiltshire").cloned().collect(),
        out: None,
    };
    desk.send(&order, on("2026-09-07"), &mut *silently()).expect("letters");
    let late = [12, 29, 35, 44];
    let on_time = |from: u32, to: u32| (from..=to).filter(move |number| !late.contains(number));
    leave(&mut desk, on_time(1, 24), POST, "2026-09-07");
    let mut replies = REPLIES;
    replies.sort_by_key(|(_, _, received, _)| *received);
    let (early, later) = replies.split_at(replies.iter().filter(|one| one.0 <= 24).count());
    for one in early {
        reply(&mut desk, *one);
    }
    write(&mut desk, WhatToWrite::Review, &[2, 6, 7], "2026-10-09");
    leave(&mut desk, [2, 6, 7], POST, "2026-10-09");
    leave(&mut desk, on_time(25, 47), POST, "2026-10-20");
    leave(&mut desk, late, POST, "2026-11-05");
    write(&mut desk, WhatToWrite::FollowUp(None), &[11], "2026-11-05");
    leave(&mut desk, [11], Departure::Emailed, "2026-11-05");
    for one in later {
        reply(&mut desk, *one);
    }
    write(&mut desk, WhatToWrite::Review, &[26], TODAY);
    write(&mut desk, WhatToWrite::FollowUp(None), &[41], TODAY);
}

/// The library of the demonstration, with a request for a review that waits to leave.
pub fn demonstration(place: &Place) {
    let out = place.library().with_file_name("demo");
    desk::demo::demo(&out).expect("the demonstration");
    std::fs::rename(out.join("library"), place.library()).expect("its library");
    let mut desk = Desk::open(&place.library()).expect("it opens");
    let moment = on("2026-11-24");
    let order = WriteOrder {
        what: WhatToWrite::Review,
        which: WhichRequests::Due,
        dated: moment.today,
        reply_by: None,
        out: None,
    };
    desk.write_letters(&order, moment, &mut *silently()).expect("a letter waits");
}
