//! Composing: which wording, with which facts, for which letter.

use std::collections::BTreeMap;

use casework::campaign::{Campaign, Reference};
use casework::case::{Case, OurLetter};
use casework::clock::{Clock, ClockKind, words};
use casework::force::Force;
use casework::id::QuestionId;
use casework::letter::Mode;
use casework::notice::notice_faults;
use casework::outcome::Outcome;
use casework::question::{Question, Role, list_of_questions};
use chrono::NaiveDate;
use law::Regime;
use law::receipt::ReceiptBasis;
use law::refusal_notice::Part;
use minijinja::Value;

use super::address::posting_address;
use super::fields::{Fields, common, value_of};
use super::groups::{Group, closing, groups, quoted};
use super::template::{WordingProblem, fill, fill_blocks};
use crate::letter::{Block, Foot, Item, Letter, Letterhead, Particular, RunningHead};

/// Who writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SenderFacts {
    /// The person or organisation whose request it is.
    pub applicant: String,
    /// Who signs, where that is another.
    pub signatory: Option<String>,
    /// What the signatory is.
    pub signatory_title: Option<String>,
    /// The organisation at the head of the letter.
    pub organisation: Option<String>,
    /// The address, in lines.
    pub address: Vec<String>,
    /// The e-mail address for replies.
    pub email: Option<String>,
    /// The telephone number.
    pub telephone: Option<String>,
}

/// What every letter is made from.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// Who writes.
    pub sender: &'a SenderFacts,
    /// To whom.
    pub force: &'a Force,
    /// In which campaign.
    pub campaign: &'a Campaign,
    /// Under which Act.
    pub regime: Regime,
    /// The request's reference.
    pub reference: &'a Reference,
    /// The letter's number within the request.
    pub number: u32,
    /// The number of its second part.
    pub second_number: Option<u32>,
    /// The date that the letter bears.
    pub dated: NaiveDate,
}

impl Facts<'_> {
    pub(super) fn letter_reference(&self) -> String {
        self.reference.letter(self.number)
    }
}

/// What a follow-up or a request for review is made from, besides.
#[derive(Debug, Clone, Copy)]
pub struct FollowUpFacts<'a> {
    /// The case.
    pub case: &'a Case,
    /// Its clocks.
    pub clocks: &'a [Clock],
    /// The questions that it takes up.
    pub questions: &'a [QuestionId],
    /// The questions that its fresh request is about.
    pub fresh_questions: &'a [QuestionId],
    /// Our own date for a reply, where no limit runs.
    pub reply_by: Option<NaiveDate>,
}

type Lists = BTreeMap<String, Vec<Block>>;

/// The request itself.
///
/// # Errors
/// A wording that cannot be used, or no applicant.
pub fn compose_request(facts: &Facts<'_>) -> Result<Letter, WordingProblem> {
    let questions = &facts.campaign.questions;
    let asked: Vec<&Question> = questions.iter().filter(|q| q.role != Role::FollowUp).collect();
    let last = closing(questions);
    let lists = Lists::from([
        ("questions".to_owned(), quoted(questions, &asked)),
        ("closing".to_owned(), quoted(questions, &last)),
    ]);
    let mut fields = common(facts);
    let note = facts.campaign.note.as_deref().filter(|_| facts.campaign.note_printed);
    fields.extend([
        ("has_closing", Value::from(!last.is_empty())),
        ("closing_heading", "For any question that you cannot answer, please say:".into()),
        ("note", note.unwrap_or_default().into()),
    ]);
    let source = include_str!("../../templates/request.txt");
    let filled = fill("request", source, value_of(fields), &lists)?;
    letter(facts, None, "request", filled.heading, filled.blocks)
}

/// A follow-up in one of its four modes.
///
/// # Errors
/// A wording that cannot be used, or no applicant.
pub fn compose_follow_up(
    facts: &Facts<'_>,
    mode: Mode,
    about: &FollowUpFacts<'_>,
) -> Result<Letter, WordingProblem> {
    let (name, source) = match mode {
        Mode::FreshRequest => ("follow-up A", include_str!("../../templates/follow-up-a.txt")),
        Mode::Review => ("follow-up B", include_str!("../../templates/follow-up-b.txt")),
        Mode::Both => ("follow-up C", include_str!("../../templates/follow-up-c.txt")),
        Mode::Enquiry => ("follow-up D", include_str!("../../templates/follow-up-d.txt")),
    };
    let fields = history(facts, about);
    let lists = Lists::from([
        ("groups".to_owned(), group_blocks(&fields, about, mode.asks_review())?),
        ("faults".to_owned(), fault_blocks(about)),
        ("closing".to_owned(), closing_blocks(about)),
        ("fresh".to_owned(), fresh_items(about)),
    ]);
    let filled = fill(name, source, value_of(fields), &lists)?;
    let kind = if mode.asks_review() { "internal review request" } else { "follow-up" };
    letter(facts, Some(about.case), kind, filled.heading, filled.blocks)
}

/// A request for an internal review (in Scotland a requirement for review).
///
/// # Errors
/// A wording that cannot be used, or no applicant.
pub fn compose_review(
    facts: &Facts<'_>,
    about: &FollowUpFacts<'_>,
) -> Result<Letter, WordingProblem> {
    let fields = history(facts, about);
    let lists = Lists::from([
        ("groups".to_owned(), group_blocks(&fields, about, true)?),
        ("faults".to_owned(), fault_blocks(about)),
    ]);
    let source = include_str!("../../templates/review.txt");
    let filled = fill("review", source, value_of(fields), &lists)?;
    letter(facts, Some(about.case), "internal review request", filled.heading, filled.blocks)
}

fn with_outcome(case: &Case, wanted: impl Fn(Outcome) -> bool) -> Vec<&Question> {
    case.counted()
        .filter(|(_, current)| wanted(current.answer.outcome))
        .map(|(question, _)| question)
        .collect()
}

fn named(case: &Case, questions: &[QuestionId]) -> String {
    list_of_questions(case.questions.iter().filter(|question| questions.contains(&question.id)))
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// What has happened so far, as fields. A date that is not known is an empty text.
fn history(facts: &Facts<'_>, about: &FollowUpFacts<'_>) -> Fields {
    let case = about.case;
    let date = |day: Option<NaiveDate>| Value::from(day.map(words).unwrap_or_default());
    let request = case.request();
    let receipt = request.and_then(OurLetter::receipt);
    let response = about.clocks.iter().find(|clock| clock.kind == ClockKind::Response);
    let window = about
        .clocks
        .iter()
        .filter(|clock| clock.kind == ClockKind::ReviewRequest && clock.stopped_on.is_none())
        .filter(|clock| clock.due >= facts.dated)
        .map(|clock| clock.due)
        .min();
    let answered = with_outcome(case, Outcome::is_answer);
    let answered_sentence = match answered.as_slice() {
        [_] => format!("{} is", capital(&list_of_questions(answered.iter().copied()))),
        _ => format!("{} are", capital(&list_of_questions(answered.iter().copied()))),
    };
    let follow_up = case
        .letters
        .iter()
        .filter(|ours| ours.facts.mode.is_some() && !ours.sent.is_empty())
        .map(|ours| ours.facts.dated)
        .next_back();
    let mut fields = common(facts);
    fields.extend([
        ("request_date", date(request.map(|ours| ours.facts.dated))),
        ("received_date", date(receipt.map(|sent| sent.receipt.on))),
        ("deemed", receipt.is_some_and(|sent| sent.receipt.basis == ReceiptBasis::Deemed).into()),
        ("reply_date", date(case.last_reply().map(|reply| reply.dated))),
        ("silent", case.last_reply().is_none().into()),
        ("response_due", date(response.map(|clock| clock.due))),
        ("response_is_over", response.is_some_and(|clock| facts.dated > clock.due).into()),
        ("reply_by", date(about.reply_by)),
        ("window", date(window)),
        ("follow_up_date", date(follow_up)),
        ("answered", list_of_questions(answered.iter().copied()).into()),
        ("answered_sentence", answered_sentence.into()),
        ("fresh_labels", named(case, about.fresh_questions).into()),
    ]);
    fields
}

fn group_blocks(
    fields: &Fields,
    about: &FollowUpFacts<'_>,
    as_grounds: bool,
) -> Result<Vec<Block>, WordingProblem> {
    let (name, source) = if as_grounds {
        ("grounds of review", include_str!("../../templates/group-review.txt"))
    } else {
        ("advice by outcome", include_str!("../../templates/group-advice.txt"))
    };
    let mut blocks = Vec::new();
    for group in groups(about.case, about.questions) {
        let mut fields = fields.clone();
        fields.extend(group_fields(&group));
        let (asked, wanted) = as_asked(about.case, &group);
        let items = quoted(&asked, &wanted.iter().collect::<Vec<_>>());
        let lists = Lists::from([("items".to_owned(), items)]);
        blocks.extend(under_its_question(fill_blocks(name, source, value_of(fields), &lists)?));
    }
    Ok(blocks)
}

/// What the record shows that the notices lack, besides the section that a group asks for already.
fn fault_blocks(about: &FollowUpFacts<'_>) -> Vec<Block> {
    let notices = notice_faults(about.case, about.clocks);
    let faults: Vec<String> = notices
        .into_iter()
        .flat_map(|notice| notice.faults)
        .filter(|fault| fault.part != Part::Exemption)
        .map(|fault| fault.ground)
        .collect();
    if faults.is_empty() {
        return Vec::new();
    }
    let opening = "The notice itself is also put in issue:".to_owned();
    std::iter::once(Block::Paragraph(opening)).chain(lettered(faults)).collect()
}

/// The questions as this force was asked them: a narrowed one in its narrowed words, marked so.
fn as_asked(case: &Case, group: &Group<'_>) -> (Vec<Question>, Vec<Question>) {
    let mut asked = case.questions_as_asked();
    for question in &mut asked {
        if let Some(day) = case.narrowed_on(question.id) {
            question.text = format!("{} (as narrowed on {})", question.text, words(day));
        }
    }
    let is_wanted = |q: &&Question| group.questions.iter().any(|wanted| wanted.id == q.id);
    let wanted = asked.iter().filter(is_wanted).cloned().collect();
    (asked, wanted)
}

/// Where a group has one question, what is said of it stands under that question, and stays with it
/// on the page.
fn under_its_question(blocks: Vec<Block>) -> Vec<Block> {
    let items = blocks.iter().filter(|block| matches!(block, Block::Item(_))).count();
    if items != 1 {
        return blocks;
    }
    let mut joined: Vec<Block> = Vec::new();
    for block in blocks {
        match (block, joined.last_mut()) {
            (Block::Paragraph(text), Some(Block::Item(item))) => item.remarks.push(text),
            (block, _) => joined.push(block),
        }
    }
    joined
}

fn group_fields(group: &Group<'_>) -> Fields {
    let cited = group.cited();
    let one = group.questions.len() == 1;
    vec![
        ("kind", group.kind.into()),
        ("cited_start", capital(&cited).into()),
        ("applies", if group.grounds.len() > 1 { "apply" } else { "applies" }.into()),
        ("cited", cited.into()),
        ("the_exemption", group.the_exemption().into()),
        ("qualified", group.is_qualified().into()),
        ("partly_qualified", group.is_partly_qualified().into()),
        ("prejudice", group.needs_harm().into()),
        ("those", list_of_questions(group.questions.iter().copied()).into()),
        ("them", if one { "it" } else { "them" }.into()),
    ]
}

/// "If you cannot answer a question, why not? Does the data exist? If it does not exist, why not?"
/// in the campaign's own closing questions, or in ours where it has none. Never put about a question
/// that is neither confirmed nor denied: that would ask for the very thing that is withheld.
fn closing_blocks(about: &FollowUpFacts<'_>) -> Vec<Block> {
    let case = about.case;
    let denied: Vec<&Question> =
        with_outcome(case, |outcome| outcome == Outcome::NeitherConfirmedNorDenied);
    let others = about.questions.iter().any(|id| denied.iter().all(|question| question.id != *id));
    if !others {
        return Vec::new();
    }
    let except = if denied.is_empty() {
        String::new()
    } else {
        format!(", other than {},", list_of_questions(denied.iter().copied()))
    };
    let mut blocks = vec![Block::Paragraph(format!(
        "For any question above{except} that stays unanswered, please say:"
    ))];
    let own = closing(&case.questions);
    if own.is_empty() {
        blocks.extend(lettered([
            "why it is not answered;",
            "whether the information exists;",
            "where it does not exist, why not.",
        ]));
    } else {
        blocks.extend(quoted(&case.questions, &own));
    }
    blocks
}

/// What a fresh request asks for: how the information is recorded, where, and for how long.
fn fresh_items(about: &FollowUpFacts<'_>) -> Vec<Block> {
    let not_held: Vec<&Question> = with_outcome(about.case, |outcome| outcome == Outcome::NotHeld)
        .into_iter()
        .filter(|question| about.fresh_questions.contains(&question.id))
        .collect();
    let mut items = vec![
        "whether such information is recorded, and in which systems and fields;".to_owned(),
        "for how long those records are kept (the entry in your retention schedule)".to_owned(),
    ];
    if not_held.is_empty() {
        items[1].push('.');
    } else {
        items[1].push(';');
        // Where nothing else is asked afresh, the questions are named above the list already.
        let of_these = if not_held.len() == about.fresh_questions.len() {
            String::new()
        } else {
            format!("for {}, ", list_of_questions(not_held.iter().copied()))
        };
        items.push(format!(
            "{of_these}which systems and records were searched, with what terms and on what dates."
        ));
    }
    lettered(items)
}

fn lettered(items: impl IntoIterator<Item = impl Into<String>>) -> Vec<Block> {
    ('a'..='z')
        .zip(items)
        .map(|(letter, text)| {
            Block::Item(Item {
                number: format!("({letter})"),
                text: text.into(),
                ..Item::default()
            })
        })
        .collect()
}

fn letter(
    facts: &Facts<'_>,
    case: Option<&Case>,
    kind: &str,
    heading: String,
    body: Vec<Block>,
) -> Result<Letter, WordingProblem> {
    let sender = facts.sender;
    if sender.applicant.trim().is_empty() {
        return Err(WordingProblem::NoApplicant);
    }
    let reference = facts.letter_reference();
    let their_reference = case.and_then(|case| case.their_reference.clone());
    let name = sender.organisation.clone().unwrap_or_else(|| sender.applicant.clone());
    let contact = [Some(sender.address.join(", ")), sender.email.clone(), sender.telephone.clone()]
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ");
    let references = match facts.second_number {
        Some(second) => format!("{reference}, {}", facts.reference.letter(second)),
        None => reference.clone(),
    };
    let label = if facts.second_number.is_some() { "Our references" } else { "Our reference" };
    let particular = |label: &str, value: String| Particular { label: label.to_owned(), value };
    let mut particulars =
        vec![particular("Date", words(facts.dated)), particular(label, references.clone())];
    particulars
        .extend(their_reference.iter().map(|theirs| particular("Your reference", theirs.clone())));
    // A second name in brackets would push the reference into another line.
    let force = facts.force.name.split(" (").next().unwrap_or(&facts.force.name);
    let right = match &their_reference {
        Some(theirs) => format!("{force} · your reference {theirs}"),
        None => force.to_owned(),
    };
    Ok(Letter {
        dated: facts.dated,
        title: format!("{references}: {kind} to {}", facts.force.name),
        author: sender.applicant.clone(),
        letterhead: Letterhead { name: name.clone(), contact },
        addressee: posting_address(facts.force),
        particulars,
        salutation: "Dear Sir or Madam".to_owned(),
        heading,
        subject: subject(facts.campaign),
        body,
        valediction: "Yours faithfully".to_owned(),
        signature: signature(sender),
        enclosures: Vec::new(),
        running_head: RunningHead { left: name, right },
        foot: Foot {
            references: format!("{label} {references}"),
            notice: facts.campaign.sample.then(|| "Sample: not for posting".to_owned()),
        },
    })
}

fn subject(campaign: &Campaign) -> Vec<String> {
    match campaign.periods.as_slice() {
        [] => vec![campaign.title.clone()],
        [one] => vec![format!("{},", campaign.title), one.clone()],
        [first @ .., last] => {
            vec![format!("{},", campaign.title), format!("{} and {last}", first.join(", "))]
        }
    }
}

/// Who signs, and for whom: the applicant stays named whoever signs.
fn signature(sender: &SenderFacts) -> Vec<String> {
    let title =
        sender.signatory_title.as_ref().map(|title| format!(", {title}")).unwrap_or_default();
    let signatory = sender.signatory.as_ref().unwrap_or(&sender.applicant);
    let mut lines = vec![format!("{signatory}{title}")];
    // Where the one who signs stands comes before the one for whom it is signed.
    lines.extend(
        sender
            .organisation
            .clone()
            .filter(|organisation| *organisation != sender.applicant && organisation != signatory),
    );
    if *signatory != sender.applicant {
        lines.push(format!("for {}", sender.applicant));
    }
    lines
}
