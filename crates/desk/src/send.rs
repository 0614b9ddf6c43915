//! Sending a campaign out: one request to each force, written and queued. No clock starts.

use std::collections::BTreeMap;
use std::path::PathBuf;

use casework::campaign::{Campaign, Reference};
use casework::force::Force;
use casework::id::{ForceId, OperationId};
use casework::letter::LetterFacts;
use chrono::NaiveDate;
use law::Regime;
use letters::letter::Letter;
use letters::wording::{Facts, SenderFacts};
use serde::{Deserialize, Serialize};
use store::StoreError;
use store::table::operations::ItemState;
use store::table::requests::Request;
use ts_rs::TS;

use crate::batch::{BatchItem, GoOn, Progress};
use crate::copies::{copy_out, make_folder};
use crate::cost::Earlier;
use crate::error::DeskError;
use crate::forces::no_force;
use crate::letter::{address_notices, keep, make, request_letter};
use crate::library::{Desk, Moment};
use crate::requests::known;
use crate::write::WrittenLetter;

/// An order to send a campaign out.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SendOrder {
    /// The campaign's prefix.
    pub campaign: String,
    /// The date that the letters bear.
    pub dated: NaiveDate,
    /// To which forces; to all police forces where none is named.
    pub forces: Vec<String>,
    /// A folder for copies: on the command line.
    #[serde(skip)]
    pub out: Option<PathBuf>,
}

/// What sending a campaign out came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SendReport {
    /// The number of the act, by which it can be taken back; nothing where nothing was done.
    pub operation: Option<i64>,
    /// The letters written and queued.
    pub written: Vec<WrittenLetter>,
    /// Every force, done or not.
    pub items: Vec<BatchItem>,
    /// What to know: unconfirmed and missing addresses, periods that overlap.
    pub notices: Vec<String>,
}

/// A force to write to, and its request where there is one whose letter was taken back.
struct Target {
    force: Force,
    request: Option<Request>,
}

/// A request's letter as it would be.
pub(crate) struct ComposedRequest {
    pub reference: Reference,
    pub regime: Regime,
    pub letter: Letter,
    pub facts: LetterFacts,
}

impl Target {
    /// Settles what the letter says, with the numbers of the request and of the letter.
    fn compose(
        &self,
        campaign: &Campaign,
        sender: &SenderFacts,
        dated: NaiveDate,
        (request_number, number): (u32, u32),
    ) -> Result<ComposedRequest, DeskError> {
        let force = &self.force;
        let regime = force.regime()?;
        let reference = Reference { prefix: campaign.prefix.clone(), number: request_number };
        let facts = Facts {
            sender,
            force,
            campaign,
            regime,
            reference: &reference,
            number,
            second_number: None,
            dated,
        };
        let (letter, facts) = request_letter(&facts)?;
        Ok(ComposedRequest { reference, regime, letter, facts })
    }
}

impl Desk {
    /// The letter to one force as sending the order would write it: with the number that it would
    /// get among the others. Nothing is kept.
    pub(crate) fn compose_to(
        &self,
        order: &SendOrder,
        force: &str,
    ) -> Result<(ComposedRequest, Vec<String>), DeskError> {
        let campaign = self.campaign_row(&order.campaign)?;
        let sender = self.sender_facts()?;
        let mut forces = self.forces_to_write_to(order)?;
        let asked = self.force_row(force)?;
        if !forces.iter().any(|other| other.id == asked.id) {
            forces = vec![asked];
        }
        let (targets, _) = self.targets(&campaign, forces)?;
        let at = targets.iter().position(|target| target.force.code == force).ok_or_else(|| {
            DeskError::refused(
                "force",
                format!("“{force}” has its request already."),
                "A campaign is put to a force once. Look at that request, or choose another force.",
            )
        })?;
        let target = &targets[at];
        let new_before = targets[..at].iter().filter(|target| target.request.is_none()).count();
        let numbers = self.store.read(|r| match &target.request {
            Some(request) => Ok((request.reference.number, r.next_letter_number(request.id)?)),
            None => {
                let before = u32::try_from(new_before).unwrap_or(u32::MAX);
                Ok::<_, DeskError>((r.next_request_number(campaign.id)? + before, 1))
            }
        })?;
        let composed = target.compose(&campaign, &sender, order.dated, numbers)?;
        let mut warnings = address_notices(&[&target.force]);
        warnings.extend(self.cost_warnings(&[target], order.dated)?.into_values());
        Ok((composed, warnings))
    }

    /// Writes and queues a campaign's request to each force. Repeating it does only what is missing.
    ///
    /// # Errors
    /// Refused, with nothing written, for an unknown force, a body that no Act applies to, no
    /// applicant, or when every force has its request already.
    pub fn send(
        &mut self,
        order: &SendOrder,
        moment: Moment,
        progress: &mut Progress<'_>,
    ) -> Result<SendReport, DeskError> {
        let campaign = self.campaign_row(&order.campaign)?;
        let sender = self.sender_facts()?;
        let forces = self.forces_to_write_to(order)?;
        let (targets, mut items) = self.targets(&campaign, forces)?;
        if targets.is_empty() {
            let names: Vec<String> =
                items.iter().filter_map(|item| item.reference.clone()).collect();
            return Err(DeskError::refused(
                "force",
                format!("Every force named has its request already: {}.", names.join(", ")),
                "A campaign is put to a force once. Look at those requests, or name other forces.",
            ));
        }
        make_folder(order.out.as_deref())?;
        let asked: Vec<&Target> = targets.iter().collect();
        let mut cost = self.cost_warnings(&asked, order.dated)?;
        let operation = self.operation_for(&campaign, &targets, moment)?;
        let mut written = Vec::new();
        let count = targets.len();
        for (at, target) in targets.iter().enumerate() {
            let code = &target.force.code;
            if progress(at + 1, count, code) == GoOn::Stop {
                items.extend(targets[at..].iter().map(|rest| BatchItem::pending(&rest.force.code)));
                break;
            }
            match self.write_request(&campaign, &sender, order, target, operation, moment) {
                Ok(mut letter) => {
                    letter.warnings.extend(cost.remove(code));
                    items.push(BatchItem::done(code, letter.reference.clone()));
                    written.push(letter);
                }
                Err(error) if error.kind == crate::ErrorKind::Refused => {
                    let state = ItemState::Failed;
                    match self.store.leave_item(operation, code, state, &error.message, moment.now)
                    {
                        // Another program that does the same batch was quicker with this item.
                        Ok(()) | Err(StoreError::Refused(_)) => {}
                        Err(fault) => return Err(fault.into()),
                    }
                    items.push(BatchItem::failed(code, None, error.message));
                }
                // A full disk or a damaged library stops the batch; a repeat goes on from here.
                Err(error) => return Err(error),
            }
        }
        let codes: Vec<String> = written.iter().map(|letter| letter.force.clone()).collect();
        let mut notices = self.notices_for(&codes)?;
        if written.len() > 1 && written.iter().any(|letter| !letter.warnings.is_empty()) {
            notices.push(law::cost_guard::round_robin().to_owned());
        }
        notices.extend(self.campaign(&order.campaign)?.notices.into_iter().map(|n| n.message));
        Ok(SendReport { operation: Some(operation.0), written, items, notices })
    }

    /// What to know of the cost limit, by the code of the force that it is about.
    fn cost_warnings(
        &self,
        targets: &[&Target],
        dated: NaiveDate,
    ) -> Result<BTreeMap<String, String>, DeskError> {
        let forces: Vec<ForceId> = targets.iter().map(|target| target.force.id).collect();
        self.store.read(|r| {
            let earlier = Earlier::to(r, &forces)?;
            let mut warnings = BTreeMap::new();
            for Target { force, .. } in targets {
                let to = (force.id, force.short_name.as_str());
                if let Some(warning) = earlier.warning(r, force.regime()?, to, dated)? {
                    warnings.insert(force.code.clone(), warning);
                }
            }
            Ok(warnings)
        })
    }

    fn forces_to_write_to(&self, order: &SendOrder) -> Result<Vec<Force>, DeskError> {
        let register = self.store.read(|r| r.forces())?;
        if order.forces.is_empty() {
            let police = |force: &Force| force.kind.is_police() && force.regime.is_some();
            return Ok(register.into_iter().filter(police).collect());
        }
        let mut wanted: Vec<Force> = Vec::new();
        for code in &order.forces {
            let force =
                register.iter().find(|force| force.code == *code).ok_or_else(|| no_force(code))?;
            force.regime()?;
            if !wanted.iter().any(|known| known.id == force.id) {
                wanted.push(force.clone());
            }
        }
        Ok(wanted)
    }

    /// Those still to be written to, and an item for each that has its request.
    fn targets(
        &self,
        campaign: &Campaign,
        forces: Vec<Force>,
    ) -> Result<(Vec<Target>, Vec<BatchItem>), DeskError> {
        self.store.read(|r| {
            let (mut targets, mut items) = (Vec::new(), Vec::new());
            for force in forces {
                let request = r.request_to(campaign.id, force.id)?;
                let standing_letter = request
                    .clone()
                    .map(|row| known(r, row))
                    .transpose()?
                    .filter(|known| known.computed.case.request().is_some());
                match standing_letter {
                    Some(known) => {
                        let reference = known.row.reference.to_string();
                        let reason = format!("has its request already: {reference}");
                        items.push(BatchItem::skipped(&force.code, Some(reference), reason));
                    }
                    None => targets.push(Target { force, request }),
                }
            }
            Ok((targets, items))
        })
    }

    /// The unfinished batch of this campaign, where it has all these forces still to do; a new one
    /// otherwise.
    fn operation_for(
        &mut self,
        campaign: &Campaign,
        targets: &[Target],
        moment: Moment,
    ) -> Result<OperationId, DeskError> {
        let batch = format!("send {}", campaign.prefix);
        let unfinished = self.store.read(|r| {
            let Some(operation) = r.unfinished_batch(&batch)? else { return Ok(None) };
            let items = r.items(operation)?;
            let covers = targets.iter().all(|target| {
                items
                    .iter()
                    .any(|item| item.subject == target.force.code && item.state != ItemState::Done)
            });
            Ok::<_, DeskError>(covers.then_some(operation))
        })?;
        if let Some(operation) = unfinished {
            return Ok(operation);
        }
        let label = match targets {
            [one] => {
                format!("Wrote the request of {} to {}", campaign.prefix, one.force.short_name)
            }
            many => format!("Wrote {} requests of {}", many.len(), campaign.prefix),
        };
        let subjects: Vec<String> =
            targets.iter().map(|target| target.force.code.clone()).collect();
        Ok(self.store.begin_batch(&label, &batch, &subjects, moment.now)?)
    }

    fn write_request(
        &mut self,
        campaign: &Campaign,
        sender: &SenderFacts,
        order: &SendOrder,
        target: &Target,
        operation: OperationId,
        moment: Moment,
    ) -> Result<WrittenLetter, DeskError> {
        let force = &target.force;
        loop {
            let numbers @ (request_number, letter_number) =
                self.store.read(|r| match &target.request {
                    Some(request) => {
                        Ok((request.reference.number, r.next_letter_number(request.id)?))
                    }
                    None => Ok::<_, DeskError>((r.next_request_number(campaign.id)?, 1)),
                })?;
            let composed = target.compose(campaign, sender, order.dated, numbers)?;
            let ComposedRequest { reference, regime, letter, facts } = composed;
            let made = make(&letter)?;
            let kept = self.store.write_item(operation, &force.code, moment.now, |w| {
                // Looked at again inside the transaction: another program may have been quicker.
                let request = match (&target.request, w.request_to(campaign.id, force.id)?) {
                    (Some(request), _) => {
                        if w.next_letter_number(request.id)? != letter_number {
                            return Err(written_meanwhile(&request.reference).into());
                        }
                        request.id
                    }
                    (None, Some(row)) => return Err(written_meanwhile(&row.reference).into()),
                    (None, None) => {
                        if w.next_request_number(campaign.id)? != request_number {
                            return Err(NotKept::NumberTaken);
                        }
                        w.add_request(campaign, force.id, request_number, regime)?
                    }
                };
                Ok(keep(w, request, &made, facts).map(|_| ())?)
            });
            match kept {
                Ok(_) => {}
                Err(NotKept::NumberTaken) => continue,
                Err(NotKept::Because(error)) => return Err(error),
            }
            let reference = reference.letter(letter_number);
            let copy = |folder| copy_out(folder, &reference, &made.pdf);
            let file = order.out.as_deref().map(copy).transpose()?;
            return Ok(WrittenLetter {
                reference,
                force: force.code.clone(),
                kind: "request",
                mode: None,
                pages: made.page_count,
                file,
                warnings: Vec::new(),
            });
        }
    }
}

/// Why a letter that was made was not kept.
enum NotKept {
    /// Another program has given its number to another letter: it is made again under the next one.
    NumberTaken,
    /// It is refused, or went wrong.
    Because(DeskError),
}

impl From<DeskError> for NotKept {
    fn from(error: DeskError) -> Self {
        Self::Because(error)
    }
}

impl From<StoreError> for NotKept {
    fn from(error: StoreError) -> Self {
        Self::Because(error.into())
    }
}

fn written_meanwhile(reference: &Reference) -> DeskError {
    DeskError::refused(
        "force",
        format!("{reference} was written at the same time."),
        "A campaign is put to a force once. Look at that request.",
    )
}
