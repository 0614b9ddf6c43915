//! The law in tables: each row says when something is due, or whether a day counts, or what a
//! citation is, and where that is taken from. The expected values were never made by the code
//! under test: they are published, or counted by hand or by a separate script, as each row says.

#[cfg(test)]
mod cost_guard;
#[cfg(test)]
mod days;
#[cfg(test)]
mod exemptions;
#[cfg(test)]
mod grounds;
#[cfg(test)]
mod limits;
#[cfg(test)]
mod oracle;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod receipts;
#[cfg(test)]
mod references;
#[cfg(test)]
mod refusals;
#[cfg(test)]
mod table;
