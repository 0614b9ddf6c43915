//! Whether a letter that asks for something new could be costed together with what the same force was
//! asked before: section 12(4), as `law::cost_guard` has it. Every campaign of a library is taken to
//! be one applicant's, or linked.

use std::collections::BTreeMap;

use casework::case::OurLetter;
use casework::event::EventKind;
use casework::id::{CampaignId, ForceId, LetterId};
use chrono::NaiveDate;
use law::Regime;
use law::cost_guard::{self, CostGuard, EarlierRequest, EarlierState};
use store::Reader;

use crate::error::DeskError;
use crate::requests::{Known, known};

/// What forces were asked before, by force.
pub(crate) struct Earlier {
    by_force: BTreeMap<ForceId, Vec<EarlierRequest>>,
}

impl Earlier {
    /// Everything that these forces were asked: the requests, and the fresh parts of follow-ups.
    pub(crate) fn to(r: &Reader<'_>, forces: &[ForceId]) -> Result<Self, DeskError> {
        let titles: BTreeMap<CampaignId, String> =
            r.campaigns()?.into_iter().map(|campaign| (campaign.id, campaign.title)).collect();
        let mut by_force: BTreeMap<ForceId, Vec<EarlierRequest>> = BTreeMap::new();
        for row in r.requests()? {
            if forces.contains(&row.force) {
                let known = known(r, row)?;
                let title = titles.get(&known.row.campaign).map_or("", String::as_str);
                by_force.entry(known.row.force).or_default().extend(asked(&known, title));
            }
        }
        Ok(Self { by_force })
    }

    /// What to know before a letter of this date asks the force for something new.
    pub(crate) fn warning(
        &self,
        r: &Reader<'_>,
        regime: Regime,
        (force, force_name): (ForceId, &str),
        dated: NaiveDate,
    ) -> Result<Option<String>, DeskError> {
        let earlier = self.by_force.get(&force).map(Vec::as_slice).unwrap_or_default();
        Ok(match cost_guard::check(regime, dated, earlier, r.holidays()?) {
            CostGuard::Warns(aggregation) => Some(aggregation.sentence(force_name)),
            CostGuard::Clear | CostGuard::NotInThisLaw(_) => None,
        })
    }
}

/// What a request has asked its force, each with the day of receipt; one that has not left counts
/// from the date that it bears.
fn asked(known: &Known, title: &str) -> Vec<EarlierRequest> {
    let case = &known.computed.case;
    let state = match &case.ended {
        Some(ended) if ended.kind == EventKind::Withdrawn => EarlierState::Withdrawn,
        Some(_) => EarlierState::Answered,
        None if case.is_complete() => EarlierState::Answered,
        None => EarlierState::Open,
    };
    let request: Option<LetterId> = case.request().map(|ours| ours.facts.id);
    let is_asking =
        |ours: &&OurLetter| Some(ours.facts.id) == request || ours.facts.has_fresh_request();
    let letters = case.letters.iter().filter(is_asking).map(|ours| {
        let reference = match Some(ours.facts.id) == request {
            true => known.row.reference.to_string(),
            false => {
                let number = ours.facts.second_number.unwrap_or(ours.facts.number);
                known.row.reference.letter(number)
            }
        };
        (reference, ours.receipt().map_or(ours.facts.dated, |sent| sent.receipt.on))
    });
    // A request for less is a request afresh.
    let narrowed = case.narrowed.iter().map(|less| {
        let day = casework::clock::words(less.on);
        (format!("{} as narrowed on {day}", known.row.reference), less.receipt.on)
    });
    letters
        .chain(narrowed)
        .map(|(reference, received)| EarlierRequest {
            reference,
            received,
            subject: title.to_owned(),
            state,
        })
        .collect()
}

/// What to know before this request asks its force for something new, by a letter that arrives on
/// this day: its own request counts among the earlier ones.
pub(crate) fn warning_about(
    r: &Reader<'_>,
    known: &Known,
    received: NaiveDate,
) -> Result<Option<String>, DeskError> {
    let to = (known.row.force, known.row.force_short_name.as_str());
    let regime = known.computed.case.regime;
    Earlier::to(r, &[known.row.force])?.warning(r, regime, to, received)
}
