//! `foi standing` and `foi story`, for people.

use desk::{StandingClock, StandingView};

fn clock(clock: &StandingClock) -> String {
    let limit = &clock.limit;
    let mut line = format!(
        "  {} ({}): {}, {} [{}, {}]",
        limit.label, limit.subject, limit.due, limit.state_words, limit.authority, limit.citation
    );
    if let Some(beside) = &limit.beside {
        line.push_str(&format!("\n    {beside}"));
    }
    for pause in &clock.paused {
        line.push_str(&format!(
            "\n    not counted from {} to {}: {}",
            pause.from, pause.through, pause.why
        ));
    }
    line
}

/// Where a request stands on a day.
pub fn standing(view: &StandingView) -> String {
    let name = view.request.as_ref().map(|name| format!("{name} ")).unwrap_or_default();
    let due = view.due.map(|due| format!(", {due}")).unwrap_or_default();
    let mut lines = vec![format!(
        "On {}: {name}{}{due}; {} of {} answered",
        view.on, view.stage_label, view.answered, view.counted
    )];
    lines.extend(view.clocks.iter().map(clock));
    lines.extend(view.next_steps.iter().map(|step| {
        let until = step.until.map(|until| format!(" by {until}")).unwrap_or_default();
        let post = step.post_by.as_ref().map(|by| format!(" {}", by.sentence)).unwrap_or_default();
        format!("  > {}{until}. {}{post}", step.label, step.reason)
    }));
    lines.extend(view.notices.iter().flat_map(|notice| {
        let dated = notice.dated;
        let lacks = notice.lacks.iter();
        lacks.map(move |f| format!("  notice of {dated}: {} [{}]", f.ground, f.citation))
    }));
    lines.extend(view.problems.iter().map(|problem| format!("  ! {problem}")));
    lines.join("\n")
}

/// Where a story stands on each of its days.
pub fn story(views: &[StandingView]) -> String {
    views.iter().map(standing).collect::<Vec<_>>().join("\n\n")
}
