//! Internal reviews.

use desk::{Recorded, ReviewDecisionRows, ReviewView};
use tauri::{AppHandle, Runtime};

use super::replies::TAGS;
use crate::error::{Answer, Arg};
use crate::state::{act, look, shell};

/// Every internal review.
#[tauri::command]
pub async fn reviews<R: Runtime>(app: AppHandle<R>) -> Answer<Vec<ReviewView>> {
    look(&app, |desk, moment| desk.reviews(moment.today)).await
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
