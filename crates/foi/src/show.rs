//! How results read to a person.

use std::fmt::Write;

use chrono::NaiveDate;
use desk::batch::BatchItem;
use desk::demo::DemoReport;
use desk::view::{DeadlineView, RequestDetail, RequestView};
use desk::{
    CampaignView, CheckReport, DueQuestion, ForceView, LibraryView, OperationView, PostingLine,
    PrintReport, Recorded, ReviewView, SendReport, SenderView, SendingReport, TodayView,
    WriteReport, WrittenLetter,
};

use crate::output::{count, table};

fn day(date: Option<NaiveDate>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}

fn lines(lines: impl IntoIterator<Item = String>) -> String {
    lines.into_iter().collect::<Vec<_>>().join("\n")
}

pub fn library(library: &LibraryView) -> String {
    format!(
        "Library: {}\n{} and {} in the register; {}, {}.",
        library.folder.display(),
        count(library.police_forces, "police force"),
        if library.other_bodies == 1 {
            "1 other body".to_owned()
        } else {
            format!("{} other bodies", library.other_bodies)
        },
        count(library.campaigns, "campaign"),
        count(library.requests, "request"),
    )
}

pub fn sender(sender: &SenderView) -> String {
    let mut text = format!("Applicant:    {}", sender.applicant);
    let mut line = |label: &str, value: Option<&String>| {
        if let Some(value) = value {
            let _ = write!(text, "\n{label:<14}{value}");
        }
    };
    line("Signatory:", sender.signatory.as_ref());
    line("Title:", sender.signatory_title.as_ref());
    line("Organisation:", sender.organisation.as_ref());
    line("Address:", Some(&sender.address.join(", ")));
    line("E-mail:", sender.email.as_ref());
    line("Telephone:", sender.telephone.as_ref());
    text
}

pub fn forces(forces: &[ForceView]) -> String {
    let rows: Vec<Vec<String>> = forces
        .iter()
        .map(|force| {
            vec![
                force.id.clone(),
                force.name.clone(),
                force.regime.unwrap_or("none").to_owned(),
                force.address_state.to_owned(),
                force.email_state.to_owned(),
                if force.police { String::new() } else { force.kind.to_owned() },
            ]
        })
        .collect();
    table(&["id", "name", "Act", "address", "e-mail", "not a police force"], &rows)
}

pub fn force(force: &ForceView) -> String {
    let state = |state: &str, on: Option<NaiveDate>| match on {
        Some(on) => format!("{state}, {on}"),
        None => state.to_owned(),
    };
    let mut text = format!("{}\n{} · {} · {}", force.name, force.id, force.kind, force.nation);
    if let Some(refusal) = &force.not_subject {
        let _ = write!(text, "\n{refusal}");
    }
    if let Some(welsh) = &force.welsh_name {
        let _ = write!(text, "\nWelsh:     {welsh}");
    }
    let _ = write!(text, "\nAct:       {}", force.regime.unwrap_or("none"));
    if let Some(authority) = &force.legal_authority {
        let _ = write!(text, "\nAuthority: {authority}");
    }
    let mut address = force.address.clone();
    address.extend(force.postcode.clone());
    let _ = write!(
        text,
        "\nAddress:   {} ({})\nE-mail:    {} ({})",
        address.join(", "),
        state(force.address_state, force.address_confirmed_on),
        force.email.as_deref().unwrap_or_default(),
        state(force.email_state, force.email_confirmed_on),
    );
    if let Some(website) = &force.website {
        let _ = write!(text, "\nWebsite:   {website}");
    }
    let _ = write!(text, "\nSource:    {}\nHow sure:  {}", force.source, force.confidence);
    text
}

pub fn campaigns(campaigns: &[CampaignView]) -> String {
    let rows: Vec<Vec<String>> = campaigns
        .iter()
        .map(|campaign| {
            vec![
                campaign.prefix.clone(),
                campaign.title.clone(),
                campaign.counted.to_string(),
                campaign.requests.to_string(),
                if campaign.sample { "sample".to_owned() } else { String::new() },
            ]
        })
        .collect();
    table(&["prefix", "title", "questions", "requests", ""], &rows)
}

pub fn campaign(campaign: &CampaignView) -> String {
    let mut text = format!("{}  {}", campaign.prefix, campaign.title);
    for period in &campaign.periods {
        let _ = write!(text, "\nPeriod: {period}");
    }
    for notice in &campaign.notices {
        let _ = write!(text, "\nNote: {}", notice.message);
    }
    let _ = write!(text, "\n{}:", count(campaign.counted, "counted question"));
    for question in &campaign.questions {
        let role = if question.role == "follow_up" { " [closing]" } else { "" };
        let _ = write!(text, "\n  {:<5} {}{role}", question.label, question.text);
    }
    if let Some(note) = &campaign.note {
        let printed = if campaign.note_printed { "printed" } else { "not printed" };
        let _ = write!(text, "\nNote with the request ({printed}): {note}");
    }
    for source in &campaign.sources {
        let speaker = source.speaker.as_deref().unwrap_or("speaker not in this copy");
        let _ = write!(text, "\n\n{} · {} · {speaker}", source.kind, source.citation);
        let _ = write!(text, "\n  “{}”", source.quotation);
        if let Some(answer) = &source.answer {
            let _ = write!(text, "\n  Answer given: “{answer}”");
        }
    }
    text
}

pub fn requests(requests: &[RequestView]) -> String {
    if requests.is_empty() {
        return "No requests.".to_owned();
    }
    let rows: Vec<Vec<String>> = requests
        .iter()
        .map(|request| {
            vec![
                request.reference.clone(),
                request.force_name.clone(),
                request.regime.to_owned(),
                request.stage_label.to_owned(),
                day(request.due),
                format!("{}/{}", request.answered, request.counted),
                request.next_step.clone(),
            ]
        })
        .collect();
    table(&["request", "force", "Act", "stage", "due", "answered", "next"], &rows)
}

pub fn one_request(request: &RequestView) -> String {
    let mut text = format!(
        "{}  {}\nStage: {}{}\nNext:  {}",
        request.reference,
        request.force_name,
        request.stage_label,
        request.due.map(|due| format!(", due {due}")).unwrap_or_default(),
        request.next_step,
    );
    if !request.late.is_empty() {
        let _ = write!(text, "\nLate:  {}", request.late.join(", "));
    }
    for problem in &request.problems {
        let _ = write!(text, "\nProblem: {problem}");
    }
    text
}

/// A limit with its working, and how else it can be read.
pub fn due(due: &DueQuestion) -> String {
    let mut text = due.working.clone();
    for other in &due.readings {
        let _ =
            write!(text, "\nBy another reading {}: {} ({}).", other.due, other.why, other.source);
    }
    text
}

fn deadline(deadline: &DeadlineView) -> String {
    let mut text = format!(
        "  {}  {} ({}): {}\n      counted from {}, {}\n      {}",
        deadline.due,
        deadline.label,
        deadline.subject,
        deadline.state_words,
        deadline.counted_from,
        deadline.counted_from_fact,
        deadline.working,
    );
    if let Some(beside) = &deadline.beside {
        let _ = write!(text, "\n      {beside}");
    }
    if !deadline.outstanding.is_empty() {
        let _ = write!(text, "\n      still owed: {}", deadline.outstanding.join(", "));
    }
    text
}

pub fn request(detail: &RequestDetail) -> String {
    let mut text = one_request(&detail.request);
    for step in detail.request.next_steps.iter().skip(1) {
        let until = step.until.map(|until| format!(" by {until}")).unwrap_or_default();
        let _ = write!(text, "\n       {}{until}. {}", step.label, step.reason);
    }
    let _ = write!(
        text,
        "\n\nQuestions ({}/{} answered)",
        detail.request.answered, detail.request.counted
    );
    for question in &detail.questions {
        let outcome = question.outcome_label.unwrap_or_default();
        let _ = write!(
            text,
            "\n  {:<5} {outcome:<28} {}",
            question.label,
            question.exemptions.join(", ")
        );
        if let Some(note) = &question.note {
            let _ = write!(text, " {note}");
        }
    }
    let _ = write!(text, "\n\nDeadlines\n{}", lines(detail.deadlines.iter().map(deadline)));
    text.push_str("\n\nCorrespondence");
    for event in &detail.correspondence {
        let received = event.received_on.map(|on| format!(", received {on}")).unwrap_or_default();
        let _ =
            write!(text, "\n  {:>4}  {}  {}{received}", event.event, event.happened_on, event.what);
        if let Some(reason) = &event.struck {
            let _ = write!(text, " [struck: {reason}]");
        }
        for file in &event.files {
            let _ = write!(text, "\n          file: {} ({})", file.name, &file.hash[..12]);
        }
        if let Some(note) = &event.note {
            let _ =
                write!(text, "\n          note: {}", note.replace("\n\n", "\n                "));
        }
    }
    text
}

fn items(items: &[BatchItem]) -> String {
    let rest = items.iter().filter(|item| item.state != "done").map(|item| {
        let word = match item.state {
            "failed" => "not done",
            "skipped" => "left out",
            other => other,
        };
        format!(
            "  {}: {word}, because {}",
            item.subject,
            item.reason.as_deref().unwrap_or_default()
        )
    });
    lines(rest)
}

fn letters(letters: &[WrittenLetter]) -> String {
    let rows: Vec<Vec<String>> = letters
        .iter()
        .map(|letter| {
            vec![
                letter.reference.clone(),
                letter.force.clone(),
                letter.mode.map_or_else(
                    || letter.kind.to_owned(),
                    |mode| format!("{} {mode}", letter.kind),
                ),
                count(letter.pages as usize, "page"),
                letter.file.as_ref().map(|file| file.display().to_string()).unwrap_or_default(),
            ]
        })
        .collect();
    table(&["letter", "force", "kind", "length", "copy"], &rows)
}

fn report(written: &[WrittenLetter], all: &[BatchItem], notices: &[String]) -> String {
    let mut text = if written.is_empty() {
        "Nothing was written.".to_owned()
    } else {
        format!(
            "{} written and queued; nothing has left and no clock runs.\n{}",
            count(written.len(), "letter"),
            letters(written)
        )
    };
    let rest = items(all);
    if !rest.is_empty() {
        let _ = write!(text, "\n{rest}");
    }
    for warning in
        written.iter().flat_map(|letter| letter.warnings.iter().map(move |w| (letter, w)))
    {
        let _ = write!(text, "\n{}: {}", warning.0.reference, warning.1);
    }
    for notice in notices {
        let _ = write!(text, "\nNote: {notice}");
    }
    text
}

pub fn sent(sent: &SendReport) -> String {
    report(&sent.written, &sent.items, &sent.notices)
}

pub fn written(written: &WriteReport) -> String {
    report(&written.written, &written.items, &written.notices)
}

pub fn queue(lines: &[PostingLine]) -> String {
    if lines.is_empty() {
        return "The queue is empty.".to_owned();
    }
    let rows: Vec<Vec<String>> = lines
        .iter()
        .map(|line| {
            vec![
                line.reference.clone(),
                line.force_name.clone(),
                line.kind.to_owned(),
                line.pages.to_string(),
                line.address_state.to_owned(),
                line.starts.clone(),
                line.post_by.as_ref().map(|by| by.short.clone()).unwrap_or_default(),
                line.remark.clone().unwrap_or_default(),
            ]
        })
        .collect();
    table(&["letter", "force", "kind", "pages", "address", "starts", "post", "remark"], &rows)
}

pub fn printed(report: &PrintReport) -> String {
    let mut text = match &report.job {
        Some(job) => format!(
            "{} in one job of {}: {}",
            count(report.letters, "letter"),
            count(report.pages as usize, "page"),
            job.display()
        ),
        None => "No letter in the queue bears an address, so nothing was printed.".to_owned(),
    };
    if let Some(list) = &report.posting_list {
        let _ = write!(text, "\nPosting list: {}", list.display());
    }
    let _ = write!(text, "\n{}", queue(&report.lines));
    text
}

pub fn marked(report: &SendingReport) -> String {
    let done = report.items.iter().filter(|item| item.state == "done").count();
    let mut text = format!("{} marked as having left on {}.", count(done, "letter"), report.on);
    let rest = items(&report.items);
    if !rest.is_empty() {
        let _ = write!(text, "\n{rest}");
    }
    for clock in &report.clocks {
        let _ = write!(
            text,
            "\n{} received {} ({}): {}",
            clock.letter, clock.received_on, clock.receipt, clock.working
        );
    }
    text
}

pub fn recorded(recorded: &Recorded) -> String {
    let mut text =
        format!("Recorded as event {}.\n{}", recorded.event, one_request(&recorded.request));
    for notice in &recorded.notices {
        let _ = write!(text, "\nNote: {notice}");
    }
    text
}

pub fn today(today: &TodayView) -> String {
    if today.groups.is_empty() {
        return format!("{}: nothing needs doing.", today.today);
    }
    let mut text = today.today.to_string();
    for group in &today.groups {
        let _ = write!(text, "\n\n{} ({})", group.label, group.requests.len());
        for request in &group.requests {
            let until = request.until.map(|until| format!(" by {until}")).unwrap_or_default();
            let mode = request.mode.map(|mode| format!(" [mode {mode}]")).unwrap_or_default();
            let post = request.post_by.as_ref();
            let post = post.map(|by| format!(" ({})", by.short)).unwrap_or_default();
            let _ = write!(
                text,
                "\n  {}  {}{until}{mode}: {}{post}",
                request.reference, request.force_name, request.reason
            );
        }
    }
    text
}

pub fn reviews(reviews: &[ReviewView]) -> String {
    if reviews.is_empty() {
        return "No internal review was asked for.".to_owned();
    }
    let rows: Vec<Vec<String>> = reviews
        .iter()
        .map(|review| {
            vec![
                review.reference.clone(),
                review.force_name.clone(),
                review.questions.join(" "),
                review.grounds.join(", "),
                review.asked_on.to_string(),
                day(review.due),
                review.authority.unwrap_or_default().to_owned(),
                review.result.unwrap_or(review.state).to_owned(),
                review.next_step.clone(),
            ]
        })
        .collect();
    let heads = ["request", "force", "questions", "grounds", "asked", "due", "by", "state", "next"];
    table(&heads, &rows)
}

pub fn check(report: &CheckReport) -> String {
    if report.clean {
        return format!(
            "The library is whole: {} worked out anew and equal.",
            count(report.requests, "request")
        );
    }
    lines(report.findings.iter().map(|finding| format!("{}: {}", finding.place, finding.message)))
}

pub fn history(acts: &[OperationView]) -> String {
    lines(acts.iter().map(|act| {
        let undone = act.undone_by.map(|by| format!(" [undone by {by}]")).unwrap_or_default();
        let counts = if act.items.is_empty() {
            String::new()
        } else {
            let done = act.items.iter().filter(|item| item.state == "done").count();
            format!(" ({done} of {} done)", act.items.len())
        };
        format!("{:>4}  {}  {}{counts}{undone}", act.operation, act.recorded_at, act.label)
    }))
}

pub fn demo(report: &DemoReport) -> String {
    let mut text = String::from("Files made:\n");
    for file in &report.files {
        let _ = writeln!(text, "  {}", file.display());
    }
    for notice in &report.notices {
        let _ = writeln!(text, "Note: {notice}");
    }
    let _ = write!(text, "\nDeadlines on {}:\n", report.on);
    let rows: Vec<Vec<String>> = report
        .requests
        .iter()
        .map(|request| {
            vec![
                request.reference.clone(),
                request.force_name.clone(),
                request.regime.to_owned(),
                day(request.sent_on),
                format!("{} {}", day(request.received_on), request.receipt.unwrap_or_default()),
                day(request.response_due),
                request.stage_label.to_owned(),
                day(request.due),
            ]
        })
        .collect();
    let heads = ["request", "force", "Act", "sent", "received", "reply due", "stage", "stage due"];
    let _ = write!(text, "{}", table(&heads, &rows));
    text
}
