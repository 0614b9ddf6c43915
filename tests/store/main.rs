//! The library on disk: its schema, what it refuses to forget, and what it survives.

#[cfg(test)]
mod append_only;
#[cfg(test)]
mod batches;
#[cfg(test)]
mod closed_lists;
#[cfg(test)]
mod connections;
#[cfg(test)]
mod documents;
#[cfg(test)]
mod migrations;
#[cfg(test)]
mod opening;
#[cfg(test)]
mod power_cut;
#[cfg(test)]
mod projections;
#[cfg(test)]
mod redo;
#[cfg(test)]
mod round_trip;
#[cfg(test)]
mod schema;
#[cfg(test)]
mod undo;
