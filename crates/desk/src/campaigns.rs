//! Campaigns: a person's own questions, from plain numbered text.

use casework::campaign::Campaign;
use casework::id::{CampaignId, QuestionId};
use casework::question::{Question, Role};
use chrono::NaiveDate;
use imports::Outline;
use law::Coded;
use serde::{Deserialize, Serialize};
use store::table::sources::Source;
use ts_rs::TS;

use crate::code::Code;
use crate::error::{DeskError, InputProblem};
use crate::input::{needed, prefix};
use crate::library::{Desk, Moment};

/// A campaign to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCampaign {
    /// The prefix of its references.
    pub prefix: String,
    /// What it is about.
    pub title: String,
    /// The periods asked about, in the campaign's own words.
    pub periods: Vec<String>,
    /// The questions as numbered text.
    pub questions: Vec<u8>,
    /// What the text is called in a message.
    pub questions_name: String,
    /// Whether a note in the text is printed in the letters.
    pub note_printed: bool,
    /// Whether it is the sample, whose letters are not for posting.
    pub sample: bool,
}

/// A campaign as the window asks for one.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewCampaignInput {
    /// What it is about.
    pub title: String,
    /// The prefix of its references.
    pub prefix: String,
    /// The periods asked about, in the campaign's own words.
    pub periods: Vec<String>,
    /// The questions as numbered text.
    pub questions: String,
    /// Whether a note in the text is printed in the letters.
    pub print_note: bool,
}

impl From<NewCampaignInput> for NewCampaign {
    fn from(input: NewCampaignInput) -> Self {
        Self {
            prefix: input.prefix,
            title: input.title,
            periods: input.periods,
            questions: input.questions.into_bytes(),
            questions_name: "The text".to_owned(),
            note_printed: input.print_note,
            sample: false,
        }
    }
}

/// What was read from numbered text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OutlineView {
    /// The questions; none where the text cannot be read.
    pub questions: Vec<QuestionOutline>,
    /// Questions that are counted.
    pub counted: usize,
    /// The note that stands apart from the questions.
    pub note: Option<String>,
    /// What is wrong with the text, by line.
    pub problems: Vec<InputProblem>,
}

/// A campaign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CampaignView {
    /// The prefix of its references.
    pub prefix: String,
    /// What it is about.
    pub title: String,
    /// The periods asked about.
    pub periods: Vec<String>,
    /// Whether it is the sample.
    pub sample: bool,
    /// Questions that are counted.
    pub counted: usize,
    /// Requests made.
    pub requests: usize,
    /// The questions.
    pub questions: Vec<QuestionOutline>,
    /// The note that came with the questions.
    pub note: Option<String>,
    /// Whether the note is printed.
    pub note_printed: bool,
    /// The quoted sources.
    pub sources: Vec<SourceView>,
    /// What to know about the periods.
    pub notices: Vec<PeriodNotice>,
}

/// A question as its campaign has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct QuestionOutline {
    /// Its name in files: `2a`.
    pub question: String,
    /// Its name in sentences: `2(a)`.
    pub label: String,
    /// How it counts.
    #[ts(as = "Code<Role>")]
    pub role: &'static str,
    /// Its whole text.
    pub text: String,
}

/// A quoted source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SourceView {
    /// `statement` or `claim`.
    pub kind: String,
    /// House, title, volume and date in one line.
    pub citation: String,
    /// The day of the debate.
    pub date: NaiveDate,
    /// Who spoke; nothing where the copy does not say.
    pub speaker: Option<String>,
    /// The column; nothing where the copy does not say.
    pub column: Option<String>,
    /// The question that was put.
    pub question: Option<String>,
    /// The words, whole.
    pub quotation: String,
    /// The answer that was given, whole.
    pub answer: Option<String>,
}

/// Something to know about the periods of a campaign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PeriodNotice {
    /// As a sentence.
    pub message: String,
}

impl Desk {
    /// Makes a campaign.
    ///
    /// # Errors
    /// Refused for a prefix that is taken or cannot be one, no title, or an outline that cannot be
    /// read, with its line.
    pub fn new_campaign(
        &mut self,
        new: &NewCampaign,
        moment: Moment,
    ) -> Result<CampaignView, DeskError> {
        add_campaign(self, new, &[], moment)?;
        self.campaign(&new.prefix)
    }

    /// Every campaign.
    ///
    /// # Errors
    /// A fault of the library.
    pub fn campaigns(&self) -> Result<Vec<CampaignView>, DeskError> {
        self.store.read(|r| {
            let requests = r.requests()?;
            r.campaigns()?
                .into_iter()
                .map(|campaign| {
                    let count = requests.iter().filter(|row| row.campaign == campaign.id).count();
                    let sources = r.sources(campaign.id)?;
                    Ok(view(campaign, count, sources))
                })
                .collect()
        })
    }

    /// One campaign, by its prefix.
    ///
    /// # Errors
    /// Refused where there is none of that prefix.
    pub fn campaign(&self, prefix_text: &str) -> Result<CampaignView, DeskError> {
        let campaign = self.campaign_row(prefix_text)?;
        self.campaigns()?
            .into_iter()
            .find(|view| view.prefix == campaign.prefix.as_str())
            .ok_or_else(|| no_campaign(prefix_text))
    }

    pub(crate) fn campaign_row(&self, prefix_text: &str) -> Result<Campaign, DeskError> {
        let prefix = prefix(prefix_text)?;
        self.store.read(|r| r.campaign(&prefix))?.ok_or_else(|| no_campaign(prefix_text))
    }
}

fn no_campaign(prefix: &str) -> DeskError {
    DeskError::refused(
        "campaign",
        format!("There is no campaign with the prefix “{prefix}”."),
        "Choose one of those there are.",
    )
}

pub(crate) fn add_campaign(
    desk: &mut Desk,
    new: &NewCampaign,
    sources: &[Source],
    moment: Moment,
) -> Result<(), DeskError> {
    let prefix = prefix(&new.prefix)?;
    let title = needed("title", &new.title)?;
    if desk.store.read(|r| r.campaign(&prefix))?.is_some() {
        return Err(DeskError::refused(
            "prefix",
            format!("There is a campaign with the prefix {prefix} already."),
            "Choose another: references must not be given twice.",
        ));
    }
    let outline = imports::read_outline(&new.questions)
        .map_err(|problems| DeskError::in_file("questions", &new.questions_name, problems))?;
    let periods: Vec<String> = new
        .periods
        .iter()
        .map(|period| period.trim().to_owned())
        .filter(|period| !period.is_empty())
        .collect();
    let campaign = Campaign {
        id: CampaignId(0),
        prefix,
        title,
        periods,
        questions: questions(&outline),
        note: outline.note,
        note_printed: new.note_printed,
        sample: new.sample,
    };
    let label = format!("Made the campaign {} “{}”", campaign.prefix, campaign.title);
    desk.store.write(&label, moment.now, |w| {
        let id = w.add_campaign(&campaign)?;
        for source in sources {
            w.add_source(id, source)?;
        }
        Ok::<_, DeskError>(())
    })?;
    Ok(())
}

/// Questions and parts in one row, each with its role.
fn questions(outline: &Outline) -> Vec<Question> {
    let mut questions: Vec<Question> = Vec::new();
    let mut position = 0;
    let mut next = || {
        position += 1;
        position
    };
    for question in &outline.questions {
        let counted = if question.follow_up { Role::FollowUp } else { Role::Counted };
        let has_parts = !question.parts.is_empty();
        questions.push(Question {
            id: QuestionId(0),
            position: next(),
            number: question.number,
            part: None,
            role: if has_parts && !question.follow_up { Role::Stem } else { counted },
            text: question.text.clone(),
        });
        for part in &question.parts {
            questions.push(Question {
                id: QuestionId(0),
                position: next(),
                number: question.number,
                part: Some(part.letter),
                role: counted,
                text: part.text.clone(),
            });
        }
    }
    questions
}

fn outlines(questions: &[Question]) -> Vec<QuestionOutline> {
    questions
        .iter()
        .map(|question| QuestionOutline {
            question: question.key(),
            label: question.label(),
            role: question.role.code(),
            text: question.text.clone(),
        })
        .collect()
}

/// Reads numbered text without making anything: its questions, or what is wrong with it by line.
pub fn read_questions(text: &str) -> OutlineView {
    match imports::read_outline(text.as_bytes()) {
        Ok(outline) => {
            let questions = questions(&outline);
            OutlineView {
                counted: questions.iter().filter(|q| q.role == Role::Counted).count(),
                questions: outlines(&questions),
                note: outline.note,
                problems: Vec::new(),
            }
        }
        Err(problems) => OutlineView {
            questions: Vec::new(),
            counted: 0,
            note: None,
            problems: DeskError::in_file("questions", "The text", problems).problems,
        },
    }
}

fn view(campaign: Campaign, requests: usize, sources: Vec<Source>) -> CampaignView {
    let notices = overlap(&campaign.periods).into_iter().map(|message| PeriodNotice { message });
    CampaignView {
        notices: notices.collect(),
        counted: campaign.questions.iter().filter(|q| q.role == Role::Counted).count(),
        questions: outlines(&campaign.questions),
        prefix: campaign.prefix.to_string(),
        title: campaign.title,
        periods: campaign.periods,
        sample: campaign.sample,
        requests,
        note: campaign.note,
        note_printed: campaign.note_printed,
        sources: sources.into_iter().map(source_view).collect(),
    }
}

fn source_view(source: Source) -> SourceView {
    let number =
        source.question_number.map(|number| format!(", question {number}")).unwrap_or_default();
    SourceView {
        citation: format!(
            "{}, “{}”{number}, {}, {}",
            source.house,
            source.title,
            source.volume,
            casework::clock::words(source.said_on)
        ),
        kind: source.kind,
        date: source.said_on,
        speaker: source.speaker,
        column: source.column_number,
        question: source.question,
        quotation: source.quotation,
        answer: source.answer,
    }
}

/// The first and last day of a period written "01 January 2017 – 01 January 2018"; nothing where it
/// is written in another way.
fn days_of(period: &str) -> Option<(NaiveDate, NaiveDate)> {
    let (from, to) = period.split_once(" – ").or_else(|| period.split_once(" - "))?;
    let day = |text: &str| NaiveDate::parse_from_str(text.trim(), "%d %B %Y").ok();
    Some((day(from)?, day(to)?))
}

/// Periods that share days: whatever happened on them could be counted twice.
fn overlap(periods: &[String]) -> Option<String> {
    let mut known: Vec<(NaiveDate, NaiveDate)> =
        periods.iter().filter_map(|period| days_of(period)).collect();
    known.sort_unstable();
    let (first, second) =
        known.iter().zip(known.iter().skip(1)).find(|(first, second)| second.0 <= first.1)?;
    let (from, to) = (second.0, first.1.min(second.1));
    let words = casework::clock::words;
    let days = if from == to {
        words(from)
    } else {
        format!("the days from {} to {}", words(from), words(to))
    };
    Some(format!("The periods overlap on {days}: what happened then may be counted twice."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_that_share_a_day_are_pointed_out() {
        let periods = |texts: [&str; 2]| texts.map(str::to_owned).to_vec();
        let sample =
            periods(["01 January 2017 – 01 January 2018", "01 January 2018 – 01 January 2019"]);
        let notice = overlap(&sample).expect("a notice");
        assert!(notice.contains("1 January 2018"), "{notice}");
        let apart =
            periods(["01 January 2017 – 31 December 2017", "01 January 2018 – 31 December 2018"]);
        assert_eq!(overlap(&apart), None);
        assert_eq!(overlap(&periods(["2017", "2018"])), None);
    }
}
