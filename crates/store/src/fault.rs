//! Fault points: in a test build the process can be made to die at any write, to prove that nothing
//! is ever half-written.

/// Counts one write. In a debug build with `FOI_DESK_ABORT_AT=n` the nth one kills the process at
/// once, as a power cut would; a release build does nothing here.
#[cfg(debug_assertions)]
pub fn point() {
    use std::sync::OnceLock;
    use std::sync::atomic::{AtomicU64, Ordering};

    static ABORT_AT: OnceLock<Option<u64>> = OnceLock::new();
    static WRITES: AtomicU64 = AtomicU64::new(0);
    let abort_at = *ABORT_AT
        .get_or_init(|| std::env::var("FOI_DESK_ABORT_AT").ok().and_then(|n| n.parse().ok()));
    let write = WRITES.fetch_add(1, Ordering::SeqCst) + 1;
    if abort_at == Some(write) {
        std::process::abort();
    }
}

/// A release build has no fault points.
#[cfg(not(debug_assertions))]
pub fn point() {}
