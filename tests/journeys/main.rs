//! Whole stories through `desk`, on a library of their own, with the day set by hand. Each expected
//! date was counted from a calendar, and the count stands beside it.

#[cfg(test)]
mod addresses;
#[cfg(test)]
mod agenda;
#[cfg(test)]
mod arrival;
#[cfg(test)]
mod batches;
mod corrections;
mod course;
#[cfg(test)]
mod effects;
#[cfg(test)]
mod history;
#[cfg(test)]
mod main_job;
#[cfg(test)]
mod posting;
#[cfg(test)]
mod replies;
#[cfg(test)]
mod scotland;
#[cfg(test)]
mod today;
#[cfg(test)]
mod undo;
#[cfg(test)]
mod wrong_events;
