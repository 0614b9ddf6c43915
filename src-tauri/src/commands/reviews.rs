//! Internal reviews.

use desk::{Effect, Recorded, ReviewDecisionRows, ReviewView};
use tauri::{AppHandle, Runtime};

use super::replies::TAGS;
use crate::error::{Answer, Arg};
use crate::state::{act, look, shell};

/// Every internal review.
#[tauri::command]
pub async fn reviews<R: Runtime>(app: AppHandle<R>) -> Answer<Vec<ReviewView>> {
    look(&app, |desk, moment| desk.reviews(moment.today)).await
}

/// What the outcome of a review would do to its request.
#[tauri::command]
pub async fn decision_effect<R: Runtime>(
    app: AppHandle<R>,
    decision: Arg<ReviewDecisionRows>,
) -> Answer<Effect> {
    look(&app, move |desk, moment| desk.decision_effect(&decision.0, moment.today)).await
}

/// Records the outcome of a review.
#[tauri::command]
pub async fn record_review_decided<R: Runtime>(
    app: AppHandle<R>,
    decision: Arg<ReviewDecisionRows>,
) -> Answer<Recorded> {
    shell(&app).were_chosen(&decision.0.letter.files)?;
    act(&app, TAGS, move |desk, moment| desk.record_decision_rows(&decision.0, moment)).await
}
