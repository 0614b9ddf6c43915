//! Not only the sample: a campaign of one's own, with forces and days of one's own, from its
//! questions to the follow-up, and the text of every page read back.
//!
//! Working days: Monday to Friday but for bank holidays. In these months of 2026 those are Good
//! Friday on 3 April, Easter Monday on 6 April (not in Scotland), and 4 and 25 May.

use tests::program::{Desktop, SENDER, is_sound_pdf, text_of};

const QUESTIONS: &str = "\
1. How many body-worn cameras does your force own?
2. How long is footage kept
   where nobody has complained?
3. Please say who may look at footage:
   (a) Within the force;
   (b) Outside it, on request;
   (c) In a court, and at what cost – up to £50?
4. How many recordings were lost or damaged?
5. Is there a Welsh version (fersiwn Gymraeg) of the policy: ŵ, ŷ, ’?
";

/// The questions as the letter has them: whole, in order, with their own numbers.
const IN_THE_LETTER: [&str; 8] = [
    "1. How many body-worn cameras does your force own?",
    "2. How long is footage kept where nobody has complained?",
    "3. Please say who may look at footage:",
    "(a) Within the force;",
    "(b) Outside it, on request;",
    "(c) In a court, and at what cost – up to £50?",
    "4. How many recordings were lost or damaged?",
    "5. Is there a Welsh version (fersiwn Gymraeg) of the policy: ŵ, ŷ, ’?",
];

/// Written to Dorset, Gwent and Police Scotland on 2 March 2026, and posted on the 3rd.
fn posted() -> Desktop {
    let desktop = Desktop::new();
    desktop.run("2026-03-02", SENDER).done();
    let questions = desktop.write("cameras.txt", QUESTIONS);
    let new = ["campaigns", "new", "--title", "Body-worn cameras", "--prefix", "bwc"];
    let rest = ["--questions", &questions, "--period", "2024", "--period", "2025"];
    desktop.run("2026-03-02", new.into_iter().chain(rest)).done();
    let forces = "--force dorset --force gwent --force police-scotland";
    let line = format!("send --campaign BWC --dated 2026-03-02 {forces} --out letters");
    let sent = desktop.data("2026-03-02", &line);
    assert_eq!(sent["written"].as_array().expect("letters").len(), 3);
    desktop.data("2026-03-02", "print --out job.pdf");
    desktop.data("2026-03-03", "posted --on 2026-03-03 --class second --all");
    desktop
}

#[track_caller]
fn has_in_order(text: &str, pieces: &[&str]) {
    let mut rest = text;
    for piece in pieces {
        let at = rest.find(piece);
        assert!(at.is_some(), "“{piece}” is missing, or not in its place: {text}");
        rest = at.map_or("", |at| &rest[at + piece.len()..]);
    }
}

#[test]
fn the_questions_are_a_campaign_with_its_numbers_and_periods() {
    let desktop = posted();
    let campaign = desktop.data("2026-03-03", "campaigns show BWC");
    assert_eq!(campaign["counted"], 7, "five questions, one of which is three parts");
    let names: Vec<&str> = campaign["questions"]
        .as_array()
        .expect("questions")
        .iter()
        .filter_map(|question| question["question"].as_str())
        .collect();
    assert_eq!(names, ["1", "2", "3", "3a", "3b", "3c", "4", "5"]);
    assert_eq!(campaign["periods"], serde_json::json!(["2024", "2025"]));
}

#[test]
fn each_request_is_a_letter_with_the_whole_text_the_act_and_the_address() {
    let desktop = posted();
    let scottish = "Freedom of Information (Scotland) Act 2002";
    let letters = [
        ("BWC-001", "Dorset Police", "Freedom of Information Act 2000"),
        ("BWC-002", "Gwent Police", "Freedom of Information Act 2000"),
        ("BWC-003", "Police Scotland", scottish),
    ];
    for (reference, force, act) in letters {
        let pdf = desktop.path("letters").join(format!("{reference}-1.pdf"));
        is_sound_pdf(&pdf);
        let text = text_of(&pdf);
        has_in_order(&text, &["Ann Ŵyn", "3 Mill Lane", force, "2 March 2026"]);
        has_in_order(&text, &[&format!("{reference}/1"), &format!("{act}: request"), "Body-worn"]);
        has_in_order(&text, &IN_THE_LETTER);
        assert!(text.contains("Page 1 of"), "{text}");
        assert_eq!(text.contains(scottish), reference == "BWC-003", "{text}");
        assert!(!text.contains("not for posting"), "only the sample is not for posting: {text}");
    }
    let job = desktop.path("job.pdf");
    is_sound_pdf(&job);
    let text = text_of(&job);
    has_in_order(&text, &["BWC-001/1", "BWC-002/1", "BWC-003/1"]);
}

#[test]
fn each_act_gives_its_own_deadline() {
    let desktop = posted();
    let requests = desktop.data("2026-03-03", "requests list --campaign BWC");
    // Posted on Tuesday 3 March, second class. Outside Scotland the third working day is Friday
    // 6 March, and 17 March is no working day (St Patrick's Day, Northern Ireland): 9–13 (5), 16 and
    // 18–20 (9), 23–27 (14), 30 March – 2 April (18); 3 and 6 April are left out; 7 and 8 April (20).
    // In Scotland the third day is the same Friday, the 17th counts, and so does Easter Monday:
    // 9–27 March (15), 30 March – 2 April (19), 6 April (20).
    let expected = [
        ("dorset", "foia", "2026-03-06", "2026-04-08"),
        ("gwent", "foia", "2026-03-06", "2026-04-08"),
        ("police-scotland", "foisa", "2026-03-06", "2026-04-06"),
    ];
    for (request, (force, regime, received, due)) in
        requests.as_array().expect("requests").iter().zip(expected)
    {
        assert_eq!(request["force"], force);
        assert_eq!(request["regime"], regime);
        assert_eq!(request["received_on"], received, "{force}");
        assert_eq!(request["response_due"], due, "{force}");
        assert_eq!(request["stage"], "awaiting");
    }
}

#[test]
fn a_reply_leads_to_a_follow_up_that_takes_up_what_is_open_and_nothing_else() {
    let desktop = posted();
    let outcomes = "question,outcome,exemptions,note\n1,answered,,\n2,not held,,\n3(a),A,,\n\
                    3b,refused,31(1)(a); 40(2),\n3c,partly,,half of it\n4,not addressed,,\n";
    desktop.write("reply.csv", outcomes);
    desktop.write("their letter.txt", "Dear Ms Ŵyn");
    let line = "record reply --request BWC-001 --dated 2026-03-27 --received 2026-03-30 --their-ref \
                D/26/17 --outcomes reply.csv --json --file";
    let arguments: Vec<&str> = line.split_whitespace().chain(["their letter.txt"]).collect();
    let recorded = desktop.run("2026-03-30", arguments).done().json();
    assert_eq!(recorded["not_listed"], serde_json::json!(["5"]));
    assert_eq!(recorded["request"]["stage"], "to_follow_up");
    let shown = desktop.data("2026-03-30", "request show BWC-001");
    assert_eq!(shown["their_reference"], "D/26/17");
    // 40 working days after Friday 27 March: 30 March – 2 April (4), 7–30 April (22), 1 May (23),
    // 5–8 May (27), 11–22 May (37), 26–28 May (40).
    assert_eq!(shown["review_request_due"], "2026-05-28");

    let line = "write follow-up --mode A --request BWC-001 --dated 2026-03-31 --out follow-ups";
    let written = desktop.data("2026-03-31", line);
    assert_eq!(written["written"][0]["reference"], "BWC-001/2");
    let pdf = desktop.path("follow-ups").join("BWC-001-2.pdf");
    is_sound_pdf(&pdf);
    let text = text_of(&pdf);
    has_in_order(&text, &["31 March 2026", "BWC-001/2", "fresh request"]);
    assert!(text.contains("D/26/17"), "their reference is on it: {text}");
    assert!(text.contains("27 March 2026") && text.contains("2 March 2026"), "both dates: {text}");
    assert!(text.contains("28 May 2026"), "the last day for a review is named: {text}");
    for open in [IN_THE_LETTER[1], IN_THE_LETTER[4], IN_THE_LETTER[5], IN_THE_LETTER[6]] {
        let words = open.split_once(' ').map_or(open, |(_, words)| words);
        assert!(text.contains(words), "“{words}” is open and quoted: {text}");
    }
    assert!(text.contains("31(1)(a)") && text.contains("40(2)"), "both sections: {text}");
    for answered in ["How many body-worn cameras", "Within the force"] {
        assert!(!text.contains(answered), "“{answered}” was answered: {text}");
    }
    desktop.data("2026-03-31", "posted --on 2026-03-31 --request BWC-001");
    // First class on Tuesday 31 March: received on Thursday 2 April. Twenty on: 7–30 April (18),
    // 1 May (19), 4 May is a holiday, 5 May (20).
    let shown = desktop.data("2026-03-31", "request show BWC-001");
    assert_eq!((&shown["stage"], &shown["due"]), (&"followed_up".into(), &"2026-05-05".into()));
    desktop.is_whole();
}

#[test]
fn a_review_for_scotland_names_the_applicant_and_the_section_that_requires_it() {
    let desktop = posted();
    desktop.write("reply.csv", "question,outcome,exemptions,note\n1,refused,35(1)(a),\n");
    let reply = "record reply --request BWC-003 --dated 2026-03-30 --outcomes reply.csv";
    desktop.data("2026-04-01", reply);
    desktop.data("2026-04-01", "write review --request BWC-003 --out reviews");
    let pdf = desktop.path("reviews").join("BWC-003-2.pdf");
    is_sound_pdf(&pdf);
    let text = text_of(&pdf);
    has_in_order(&text, &["1 April 2026", "BWC-003/2"]);
    for words in ["section 20(1)", "Ann Ŵyn", "3 Mill Lane", "35(1)(a)", IN_THE_LETTER[0]] {
        let words = words.strip_prefix("1. ").unwrap_or(words);
        assert!(text.contains(words), "“{words}” is missing: {text}");
    }
    desktop.is_whole();
}
