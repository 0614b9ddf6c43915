//! One window at a time: an advisory lock on the library. The command line may write beside it.
