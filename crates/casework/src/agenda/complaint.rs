//! The agenda once the Commissioner has the case: the decision, the appeal.

use super::{Plan, Stage, StepKind, authority, day_after};
use crate::clock::{ClockKind, words};

impl Plan<'_> {
    pub(super) fn complained(&mut self) {
        let Some(complaint) = self.case.complaint.clone() else { return };
        let commissioner = self.case.regime.commissioner();
        if let Some(decided) = &complaint.appeal_decided {
            let on = decided.sent_on;
            self.stage(Stage::DecisionNotice, on, None, None);
            let reason = format!(
                "The appeal was decided on {}. Record what the force sends, or close the request.",
                words(on)
            );
            self.step(StepKind::Close, on, None, reason);
            return;
        }
        if let Some((_, on)) = complaint.appeal {
            self.stage(Stage::OnAppeal, on, None, None);
            let reason = format!("The appeal was made on {}; no limit runs.", words(on));
            self.step(StepKind::Wait, on, None, reason);
            return;
        }
        let Some(decision) = &complaint.decision else {
            self.stage(Stage::WithCommissioner, complaint.on, None, None);
            let reason = format!(
                "The {commissioner} has had the complaint since {}; no limit runs.",
                words(complaint.on)
            );
            self.step(StepKind::Wait, complaint.on, None, reason);
            return;
        };
        let known = decision.received_on.unwrap_or(decision.sent_on);
        let find = |kind| self.clocks.iter().find(|clock| clock.kind == kind).cloned();
        let (appeal, comply) = (find(ClockKind::Appeal), find(ClockKind::Comply));
        self.stage(Stage::DecisionNotice, known, None, appeal.as_ref().map(|clock| clock.due));
        if let Some(clock) = comply.filter(|clock| clock.stopped_on.is_none()) {
            let reason = format!("The force has to act on the notice by {}.", words(clock.due));
            let step = self.step(StepKind::Wait, known, Some(clock.due), reason);
            step.authority = Some(authority(&clock));
            let reason = format!(
                "The force had to act on the notice by {}: tell the {commissioner}.",
                words(clock.due)
            );
            let step = self.step(StepKind::Chase, day_after(clock.due), None, reason);
            step.authority = Some(authority(&clock));
        }
        if let Some(clock) = appeal {
            let reason = format!(
                "The {commissioner} decided on {}; an appeal is to be received by {}.",
                words(decision.sent_on),
                words(clock.safe_day())
            );
            let step = self.step(StepKind::Appeal, known, Some(clock.safe_day()), reason);
            step.authority = Some(authority(&clock));
            self.between_readings(StepKind::Appeal, &clock);
            let reason = format!(
                "The time to appeal ended on {}. Record what the force sends, or close the request.",
                words(clock.due)
            );
            self.step(StepKind::Close, day_after(clock.due), None, reason);
        }
    }
}
