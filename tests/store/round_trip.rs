//! What is written down is read back as it was.

use std::collections::BTreeSet;

use casework::event::{
    Channel, Claim, Correction, EventKind, Fact, FromForce, Notice, ReviewResult, Sending,
    Transfer, Wording,
};
use casework::id::{LetterId, QuestionId};
use casework::letter::{LetterKind, Mode};
use casework::outcome::{Answer, Outcome};
use law::Coded;
use law::exemption::Ground;
use law::receipt::PostClass;
use law::regime::Regime;
use store::StoreError;
use store::table::events::NewEvent;
use tests::{Library, answer, day, event, noon, theirs};

#[test]
fn every_fact_of_a_correspondence_reads_back_as_it_was_recorded() {
    let mut library = Library::with_request();
    let request = library.request();
    let [one, two, three] = library.questions();
    let letter = library.write_request();
    let earlier = library.reply();
    let grounds = vec![
        Ground::parse(Regime::Foia, "40(2)").expect("a section"),
        Ground::parse(Regime::Foia, "31(1)(b)").expect("a section"),
    ];
    let from_force = FromForce {
        received_on: Some(day("2027-01-06")),
        their_reference: Some("FOI 77".to_owned()),
        answers: vec![
            (
                one,
                Answer { outcome: Outcome::Partly, grounds, note: Some("the first year".into()) },
            ),
            (two, answer(Outcome::NeitherConfirmedNorDenied)),
            (three, answer(Outcome::NotHeld)),
        ],
        supersedes: Some(earlier),
    };
    let by_post =
        Sending::Posted { class: PostClass::Second, received_on: Some(day("2026-12-01")) };
    let by_email = Sending::Emailed { received_on: None };
    let facts = [
        (EventKind::RequestSent, Fact::LetterSent(letter, by_post)),
        (EventKind::RequestSent, Fact::LetterSent(letter, by_email)),
        (EventKind::LetterReceived, Fact::LetterReceived(letter)),
        (EventKind::Acknowledged, Fact::Acknowledged(theirs(Vec::new()))),
        (EventKind::ReplyReceived, Fact::ReplyReceived(from_force.clone())),
        (EventKind::ReviewAsked, Fact::ReviewAskedElsewhere(by_email)),
        (EventKind::ReviewAsked, Fact::ReviewAskedElsewhere(by_post)),
        (EventKind::ReviewDecided, Fact::ReviewDecided(ReviewResult::Upheld, from_force)),
        (
            EventKind::OutcomeCorrected,
            Fact::OutcomeCorrected(Correction {
                of: earlier,
                answers: vec![(two, answer(Outcome::Refused))],
            }),
        ),
        (EventKind::Withdrawn, Fact::Withdrawn("asked elsewhere".to_owned())),
        (EventKind::Closed, Fact::Closed("nothing more to be had".to_owned())),
        (EventKind::Note, Fact::Note("they rang".to_owned())),
    ];
    for (kind, fact) in facts {
        let new = event(kind, day("2027-01-05"), fact.clone());
        let id = library.write("An event", |w| w.append(request.id, &new)).value;
        let events =
            library.store.read(|reader| reader.events(request.id, request.regime)).expect("events");
        let kept = events.iter().find(|kept| kept.event.id == id).expect("the event just recorded");
        assert_eq!(kept.event.fact, fact);
        assert_eq!((kept.event.kind, kept.event.happened_on), (kind, day("2027-01-05")));
        assert_eq!(kept.event.struck, None);
    }
}

/// One fact of each kind that is not a letter written or an answer.
fn course(letter: LetterId, question: QuestionId, other: QuestionId) -> Vec<(EventKind, Fact)> {
    let by_form = Sending::WebForm { received_on: None };
    let by_post = Sending::Posted { class: PostClass::First, received_on: None };
    let notice = Notice {
        received_on: Some(day("2027-01-08")),
        their_reference: Some("FOI 78".to_owned()),
        names_day: Some(day("2027-02-01")),
        questions: vec![other, question],
    };
    let of = |kind, fact: fn(Notice) -> Fact| (kind, fact(notice.clone()));
    let mut facts = vec![
        of(EventKind::ReferenceGiven, Fact::ReferenceGiven),
        of(EventKind::ClarificationAsked, Fact::ClarificationAsked),
        of(EventKind::FeesNotice, Fact::FeesNotice),
        of(EventKind::ExtensionClaimed, Fact::ExtensionClaimed),
        of(EventKind::HoldingReply, Fact::HoldingReply),
        of(EventKind::ReviewAcknowledged, Fact::ReviewAcknowledged),
        of(EventKind::ReviewExtended, Fact::ReviewExtended),
        of(EventKind::ReviewRefused, Fact::ReviewRefused),
        of(EventKind::ComplaintAcknowledged, Fact::ComplaintAcknowledged),
    ];
    facts.extend([
        (EventKind::DeliveryFailed, Fact::DeliveryFailed(letter, Some(Channel::Email))),
        (EventKind::DeliveryFailed, Fact::DeliveryFailed(letter, None)),
        (EventKind::Resent, Fact::Resent(letter, by_form)),
        (EventKind::DateClaimed, Fact::DateClaimed(Claim::Due, day("2027-01-29"))),
        (EventKind::ClarificationAnswered, Fact::ClarificationAnswered(by_post)),
        (EventKind::FeesPaid, Fact::FeesPaid),
        (
            EventKind::Transferred,
            Fact::Transferred(Transfer {
                to: "Police Service of Northern Ireland".to_owned(),
                received_on: Some(day("2027-01-07")),
                questions: vec![other],
            }),
        ),
        (EventKind::RegimeMoved, Fact::RegimeMoved(Regime::Eir)),
        (
            EventKind::Narrowed,
            Fact::Narrowed(
                by_form,
                vec![Wording { question: other, text: "The year 2025 only?".to_owned() }],
            ),
        ),
        (EventKind::ChaserSent, Fact::ChaserSent(by_form)),
        (EventKind::FollowUpSent, Fact::FollowUpSentElsewhere(by_post)),
        (EventKind::ComplaintMade, Fact::ComplaintMade(by_form)),
        (
            EventKind::DecisionNotice,
            Fact::DecisionNotice(Some(ReviewResult::Overturned), notice.clone()),
        ),
        (EventKind::AppealMade, Fact::AppealMade(by_post)),
        (EventKind::AppealDecided, Fact::AppealDecided(None, notice)),
        (EventKind::PartsWithdrawn, Fact::PartsWithdrawn(vec![other, question])),
    ]);
    facts
}

#[test]
fn every_kind_of_event_can_be_kept() {
    let mut library = Library::with_request();
    let request = library.request();
    let [one, two, _] = library.questions();
    let letter = library.write_request();
    let reply = library.reply();
    let sent = Fact::LetterSent(letter, tests::FIRST_CLASS);
    let mut facts = vec![
        (EventKind::LetterWritten, Fact::LetterWritten(letter)),
        (EventKind::RequestSent, sent.clone()),
        (EventKind::FollowUpSent, sent.clone()),
        (EventKind::ReviewAsked, sent),
        (EventKind::LetterReceived, Fact::LetterReceived(letter)),
        (EventKind::Acknowledged, Fact::Acknowledged(theirs(Vec::new()))),
        (EventKind::ReplyReceived, Fact::ReplyReceived(theirs(Vec::new()))),
        (
            EventKind::ReviewDecided,
            Fact::ReviewDecided(ReviewResult::Overturned, theirs(Vec::new())),
        ),
        (
            EventKind::OutcomeCorrected,
            Fact::OutcomeCorrected(Correction { of: reply, answers: Vec::new() }),
        ),
        (EventKind::Withdrawn, Fact::Withdrawn("a reason".to_owned())),
        (EventKind::Closed, Fact::Closed("a reason".to_owned())),
        (EventKind::Note, Fact::Note("a note".to_owned())),
    ];
    facts.extend(course(letter, one, two));
    let kinds: BTreeSet<EventKind> = facts.iter().map(|(kind, _)| *kind).collect();
    assert_eq!(kinds.len(), EventKind::ALL.len(), "a kind is not tried");
    for (kind, fact) in facts {
        let new = event(kind, day("2027-01-06"), fact.clone());
        let id = library.write("An event", |w| w.append(request.id, &new)).value;
        let events =
            library.store.read(|reader| reader.events(request.id, request.regime)).expect("events");
        let last = events.last().expect("the event just recorded");
        assert_eq!((last.event.id, &last.event.fact), (id, &fact), "{kind}");
    }
}

#[test]
fn a_note_and_the_files_of_a_reply_are_kept_with_it() {
    let mut library = Library::with_request();
    let request = library.request();
    let id = library.reply();
    let events =
        library.store.read(|reader| reader.events(request.id, request.regime)).expect("events");
    let kept = events.iter().find(|kept| kept.event.id == id).expect("the reply");
    assert_eq!(kept.note.as_deref(), Some("came with a table"));
    let [(hash, name)] = kept.documents.as_slice() else {
        panic!("one file: {:?}", kept.documents)
    };
    assert_eq!(name, "reply.txt");
    let bytes = library.store.read(|reader| reader.document(hash)).expect("the file");
    assert_eq!(bytes, b"their letter");
}

#[test]
fn a_letter_reads_back_with_its_questions_and_its_two_numbers() {
    let mut library = Library::with_request();
    let request = library.request();
    let [one, two, three] = library.questions();
    let mut facts =
        tests::facts(LetterKind::FollowUp, Some(Mode::Both), "2026-12-16", vec![one, two, three]);
    facts.fresh_questions = vec![two];
    facts.reply_by = Some(day("2027-01-18"));
    facts.second_number = Some(2);
    let id = library.write("Wrote a letter", |w| tests::queue(w, &request, facts.clone())).value;
    let letters = library.store.read(|reader| reader.letters(request.id)).expect("the letters");
    let [kept] = letters.as_slice() else { panic!("one letter: {letters:?}") };
    facts.id = id;
    facts.number = 1;
    assert_eq!(kept.facts, facts);
    assert_eq!(kept.address, ["Police Headquarters", "EX2 7HQ"]);
    let next =
        library.store.read(|reader| reader.next_letter_number(request.id)).expect("a number");
    assert_eq!(next, 3, "a letter under two references takes two numbers");
}

#[test]
fn a_force_a_campaign_and_a_sender_read_back_as_they_were_put_in() {
    let library = Library::with_request();
    let read = library.store.read(|reader| {
        let force = reader.force("devon-and-cornwall")?;
        let campaign = reader.campaign(&tests::campaign("HT").prefix)?;
        Ok::<_, StoreError>((force, campaign, reader.sender()?))
    });
    let (force, campaign, sender) = read.expect("a library that can be read");
    let (mut force, mut campaign) = (force.expect("the force"), campaign.expect("the campaign"));
    force.id = tests::force().id;
    assert_eq!(force, tests::force());
    campaign.id = tests::campaign("HT").id;
    for question in &mut campaign.questions {
        question.id = casework::id::QuestionId(0);
    }
    assert_eq!(campaign, tests::campaign("HT"));
    assert_eq!(sender, Some(tests::sender()));
}

#[test]
fn what_the_library_holds_but_this_version_does_not_know_is_named() {
    let mut library = Library::with_request();
    let letter = library.write_request();
    library.post(letter, "2026-11-23");
    let raw = library.raw();
    raw.execute_batch(
        "INSERT INTO event_kinds (code, label, rank) VALUES ('carrier_pigeon', 'Carrier pigeon', 200);
         INSERT INTO events (request_id, kind, happened_on, recorded_at, operation_id)
         SELECT request_id, 'carrier_pigeon', happened_on, recorded_at, operation_id FROM events LIMIT 1;",
    )
    .expect("a row of a later version");
    let error = library.store.check().expect_err("a kind of event that nobody knows");
    assert!(
        matches!(&error, StoreError::UnknownValue(what) if what.contains("carrier_pigeon")),
        "{error}"
    );
}

#[test]
fn the_instant_of_recording_is_the_one_that_was_handed_in() {
    let mut library = Library::create();
    library.store.write("A note", noon(), |_| Ok::<_, StoreError>(())).expect("a write");
    let operations = library.store.read(|reader| reader.operations()).expect("the history");
    let [operation] = operations.as_slice() else { panic!("one operation: {operations:?}") };
    assert_eq!(operation.recorded_at, "2026-11-23T12:00:00Z");
    assert_eq!(operation.label, "A note");
}

#[test]
fn an_operation_without_a_label_is_not_written() {
    let mut library = Library::create();
    let written = library.store.write("", noon(), |_| Ok::<_, StoreError>(()));
    assert!(written.is_err(), "every change says in words what it was");
}

#[test]
fn a_write_that_goes_wrong_leaves_no_trace() {
    let mut library = Library::with_request();
    let request = library.request();
    let before = library.store.read(|reader| reader.operations()).expect("the history");
    let new =
        NewEvent { ..event(EventKind::Note, day("2026-12-01"), Fact::Note("half".to_owned())) };
    let written: Result<_, StoreError> = library.store.write("Half a change", noon(), |w| {
        w.append(request.id, &new)?;
        Err::<(), _>(StoreError::UnknownValue("on purpose".to_owned()))
    });
    assert!(matches!(written, Err(StoreError::UnknownValue(_))));
    let after = library.store.read(|reader| reader.operations()).expect("the history");
    assert_eq!(after, before);
    let events =
        library.store.read(|reader| reader.events(request.id, request.regime)).expect("events");
    assert_eq!(events, Vec::new());
}
