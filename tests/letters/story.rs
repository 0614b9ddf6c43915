//! A request told as far as a letter needs it: written on 15 October 2026 and posted on the 16th,
//! first class; the reply of 13 November arrives on the 16th; a follow-up is dated 17 November and a
//! request for a review 20 November.

use casework::action::{write_follow_up, write_review};
use casework::campaign::{Campaign, Reference};
use casework::case::{Case, CaseFile};
use casework::clock::{Clock, clocks};
use casework::event::{Event, EventKind, Fact};
use casework::force::{Contact, Force, PostalAddress};
use casework::id::{EventId, LetterId, QuestionId, RequestId};
use casework::letter::{LetterFacts, LetterKind, Mode};
use casework::outcome::{Answer, Outcome};
use casework::question::Role;
use chrono::NaiveDate;
use law::calendar::BankHolidays;
use law::exemption::Ground;
use law::regime::Regime;
use law::time_limit::courtesy;
use letters::letter::Letter;
use letters::wording::{
    Facts, FollowUpFacts, SenderFacts, compose_follow_up, compose_request, compose_review,
};
use tests::{FIRST_CLASS, day, holidays, theirs};

/// The outcome of a question: its name, the outcome, and the sections as a person types them.
pub type Row = (&'static str, Outcome, &'static str);

/// What there is to tell.
#[derive(Clone)]
pub struct Story {
    pub campaign: Campaign,
    pub force: Force,
    pub sender: SenderFacts,
    /// What the reply says; no reply where there is none.
    pub reply: Option<Vec<Row>>,
    /// Whether a follow-up in mode A went before the letter.
    pub followed_up: bool,
}

/// A letter with what a test needs to know of it.
pub struct Told {
    pub letter: Letter,
    pub kind: LetterKind,
    pub mode: Option<Mode>,
    pub regime: Regime,
    pub campaign: Campaign,
    /// The questions that it takes up.
    pub taken_up: Vec<QuestionId>,
    /// Where each counted question stands.
    pub outcomes: Vec<(QuestionId, Outcome)>,
}

/// A force in England.
pub fn devon_and_cornwall() -> Force {
    Force {
        contact: Contact {
            address: Some(PostalAddress {
                lines: vec!["Police Headquarters".into(), "Middlemoor".into(), "Exeter".into()],
                postcode: "EX2 7HQ".to_owned(),
            }),
            ..Contact::default()
        },
        ..tests::force()
    }
}

/// Scotland's.
pub fn police_scotland() -> Force {
    Force {
        code: "police-scotland".to_owned(),
        name: "Police Service of Scotland (Police Scotland)".to_owned(),
        short_name: "Police Scotland".to_owned(),
        nation: "Scotland".to_owned(),
        regime: Some(Regime::Foisa),
        contact: Contact {
            address: Some(PostalAddress {
                lines: vec![
                    "Information Management, Police Scotland".into(),
                    "2 French Street".into(),
                    "Glasgow".into(),
                ],
                postcode: "G40 4EH".to_owned(),
            }),
            ..Contact::default()
        },
        ..tests::force()
    }
}

/// The sender of the sample: an organisation, and who signs for it.
pub fn harbour_street() -> SenderFacts {
    SenderFacts {
        applicant: "Harbour Street Justice Project".to_owned(),
        signatory: Some("Rosa Whitfield".to_owned()),
        signatory_title: Some("Campaigns Officer".to_owned()),
        organisation: Some("Harbour Street Justice Project".to_owned()),
        address: vec!["14 Harbour Street".into(), "Leeds".into(), "LS0 0AA".into()],
        email: Some("foi@harbourstreet.example".to_owned()),
        telephone: Some("0113 496 0142".to_owned()),
    }
}

impl Story {
    /// The sample campaign to Devon and Cornwall, with no reply yet.
    pub fn new(campaign: Campaign) -> Self {
        Self {
            campaign,
            force: devon_and_cornwall(),
            sender: harbour_street(),
            reply: None,
            followed_up: false,
        }
    }

    pub fn to(self, force: Force) -> Self {
        Self { force, ..self }
    }

    /// Answered under the Regulations on environmental information.
    pub fn environmental(self) -> Self {
        let regime = self.regime().environmental();
        Self { force: Force { regime: Some(regime), ..self.force }, ..self }
    }

    pub fn from(self, sender: SenderFacts) -> Self {
        Self { sender, ..self }
    }

    pub fn answered(self, reply: &[Row]) -> Self {
        Self { reply: Some(reply.to_vec()), ..self }
    }

    pub fn followed_up(self) -> Self {
        Self { followed_up: true, ..self }
    }

    fn regime(&self) -> Regime {
        self.force.regime.expect("a force that is subject to an Act")
    }

    fn reference(&self) -> Reference {
        Reference { prefix: self.campaign.prefix.clone(), number: 11 }
    }

    fn counted(&self) -> Vec<QuestionId> {
        let counted = self.campaign.questions.iter().filter(|q| q.role == Role::Counted);
        counted.map(|question| question.id).collect()
    }

    fn answers(&self, rows: &[Row]) -> Vec<(QuestionId, Answer)> {
        rows.iter()
            .map(|(name, outcome, sections)| {
                let mut questions = self.campaign.questions.iter();
                let question = questions.find(|q| q.key() == *name).expect("a question");
                let grounds = if sections.is_empty() {
                    Vec::new()
                } else {
                    Ground::parse_all(self.regime(), sections).expect("sections of the Act")
                };
                (question.id, Answer { outcome: *outcome, grounds, note: None })
            })
            .collect()
    }

    /// What is known when the next letter is written.
    fn file(&self) -> CaseFile {
        let letter = |number: u32, kind, mode, dated| LetterFacts {
            id: LetterId(i64::from(number)),
            number,
            second_number: None,
            kind,
            mode,
            dated: day(dated),
            reply_by: None,
            questions: self.counted(),
            fresh_questions: Vec::new(),
        };
        let mut letters = vec![letter(1, LetterKind::Request, None, "2026-10-15")];
        let written =
            |number, on| (EventKind::LetterWritten, on, Fact::LetterWritten(LetterId(number)));
        let sent = |number, kind, on| (kind, on, Fact::LetterSent(LetterId(number), FIRST_CLASS));
        let mut facts =
            vec![written(1, "2026-10-15"), sent(1, EventKind::RequestSent, "2026-10-16")];
        if let Some(rows) = &self.reply {
            let mut reply = theirs(self.answers(rows));
            reply.received_on = Some(day("2026-11-16"));
            reply.their_reference = Some("FOI/2026/1234".to_owned());
            facts.push((EventKind::ReplyReceived, "2026-11-13", Fact::ReplyReceived(reply)));
        }
        if self.followed_up {
            let mode = Some(Mode::FreshRequest);
            letters.push(letter(2, LetterKind::FollowUp, mode, "2026-11-17"));
            facts.push(written(2, "2026-11-17"));
            facts.push(sent(2, EventKind::FollowUpSent, "2026-11-17"));
        }
        let events = (1..).zip(facts).map(|(id, (kind, on, fact))| Event {
            id: EventId(id),
            kind,
            happened_on: day(on),
            fact,
            struck: None,
        });
        CaseFile {
            request: RequestId(1),
            reference: self.reference(),
            regime: self.regime(),
            questions: self.campaign.questions.clone(),
            letters,
            events: events.collect(),
        }
    }

    fn told(
        &self,
        kind: LetterKind,
        mode: Option<Mode>,
        dated: &str,
        compose: impl FnOnce(&Facts<'_>, &Case, &[Clock]) -> (Letter, Vec<QuestionId>),
    ) -> Told {
        let holidays = BankHolidays::new(holidays());
        let file = self.file();
        let case = Case::fold(&file, &holidays);
        assert!(case.problems.is_empty(), "an odd story: {:?}", case.problems);
        let clocks = clocks(&case, &holidays);
        let request = kind == LetterKind::Request;
        let number = if request { 1 } else { u32::try_from(file.letters.len() + 1).expect("few") };
        let reference = self.reference();
        let facts = Facts {
            sender: &self.sender,
            force: &self.force,
            campaign: &self.campaign,
            regime: self.regime(),
            reference: &reference,
            number,
            second_number: (mode == Some(Mode::Both)).then_some(number + 1),
            dated: day(dated),
        };
        let (letter, taken_up) = compose(&facts, &case, &clocks);
        Told {
            letter,
            kind,
            mode,
            regime: self.regime(),
            campaign: self.campaign.clone(),
            taken_up,
            outcomes: case.counted().map(|(q, current)| (q.id, current.answer.outcome)).collect(),
        }
    }

    /// The request itself.
    pub fn request(&self) -> Told {
        self.told(LetterKind::Request, None, "2026-10-15", |facts, _, _| {
            (compose_request(facts).expect("a request"), self.counted())
        })
    }

    /// A follow-up in this mode, as the rules of casework plan it.
    pub fn follow_up(&self, mode: Mode) -> Told {
        self.follow_up_dated(mode, "2026-11-17")
    }

    /// The same, with another date.
    pub fn follow_up_dated(&self, mode: Mode, dated: &str) -> Told {
        self.told(LetterKind::FollowUp, Some(mode), dated, |facts, case, clocks| {
            let plan = write_follow_up(case, mode, clocks, facts.dated).expect("a plan");
            let about = FollowUpFacts {
                case,
                clocks,
                questions: &plan.questions,
                fresh_questions: &plan.fresh_questions,
                reply_by: (!mode.asks_review()).then(|| reply_by(facts.regime, facts.dated)),
            };
            (compose_follow_up(facts, mode, &about).expect("a follow-up"), plan.questions)
        })
    }

    /// A request for a review, as the rules of casework plan it.
    pub fn review(&self) -> Told {
        self.told(LetterKind::Review, None, "2026-11-20", |facts, case, clocks| {
            let plan = write_review(case, clocks, facts.dated).expect("a plan");
            let about = FollowUpFacts {
                case,
                clocks,
                questions: &plan.questions,
                fresh_questions: &[],
                reply_by: None,
            };
            (compose_review(facts, &about).expect("a request for review"), plan.questions)
        })
    }
}

fn reply_by(regime: Regime, dated: NaiveDate) -> NaiveDate {
    courtesy(regime, dated, 20, &BankHolidays::new(holidays())).due
}
