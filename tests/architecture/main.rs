//! The shape of the house, checked: who may use whom, which crate alone may name which library,
//! where the clock may be read, that nothing which ships can reach a network, and that the pages
//! about it are true.
//!
//! `docs/architecture.md` says why. Each check is a function of plain data, and beside each stands
//! a test that it fails on an invented offender: a check that cannot fail keeps nothing.

#[cfg(test)]
mod arrow;
#[cfg(test)]
mod lints;
#[cfg(test)]
mod network;
#[cfg(test)]
mod pages;
#[cfg(test)]
mod sockets;
#[cfg(test)]
mod sources;
#[cfg(test)]
mod workspace;

/// Fails with every fault found, one a line.
#[cfg(test)]
fn none_of(faults: &[String]) {
    assert!(faults.is_empty(), "\n  {}\n", faults.join("\n  "));
}
