//! That no bytes make a reader panic, and that a reader which refuses says why.

use crate::{Problem, read_date, read_holidays, read_outcomes, read_outline, read_register};

const SEEDS: [&[u8]; 4] = [
    include_bytes!("../../desk/data/sample/questions.txt"),
    include_bytes!("../../desk/data/sample/reply-devon-and-cornwall.csv"),
    include_bytes!("../../desk/data/forces.csv"),
    b"date,title,division,note\n2026-12-25,Christmas Day,scotland,\n1/1/27,\"New\nYear\",wales,x\n",
];

/// Pieces that mean something to a reader, put where they do not belong.
const PIECES: [&[u8]; 20] = [
    b"\"",
    b"\n",
    b"\r",
    b",",
    b";",
    b"\t",
    b"(",
    b")",
    b"1.",
    b"(i)",
    b"(zz)",
    b"NOTE:",
    b"2a)",
    b"Closing questions:\n",
    b"\xEF\xBB\xBF",
    b"\xE2\x80",
    b"\0",
    b"\x04",
    "é".as_bytes(),
    b"99999999999999999999999",
];

/// The next number of a fixed sequence, below `limit`.
fn next(state: &mut u64, limit: usize) -> usize {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    usize::try_from(*state >> 33).unwrap() % limit.max(1)
}

fn mutate(bytes: &mut Vec<u8>, state: &mut u64) {
    let at = next(state, bytes.len() + 1);
    match next(state, 5) {
        0 => bytes.truncate(at),
        1 if at < bytes.len() => bytes[at] = u8::try_from(next(state, 256)).unwrap(),
        2 => {
            let end = (at + next(state, 40)).min(bytes.len());
            bytes.drain(at..end);
        }
        3 => {
            let end = (at + next(state, 200)).min(bytes.len());
            let copy = bytes[at..end].to_vec();
            let to = next(state, bytes.len() + 1);
            bytes.splice(to..to, copy);
        }
        _ => {
            let piece = PIECES[next(state, PIECES.len())];
            bytes.splice(at..at, piece.iter().copied());
        }
    }
}

fn check<T>(read: Result<T, Vec<Problem>>, bytes: &[u8]) {
    let Err(problems) = read else { return };
    assert!(!problems.is_empty());
    let lines = 1 + bytes.iter().filter(|b| matches!(b, b'\n' | b'\r')).count();
    for problem in problems {
        assert!(problem.line >= 1 && problem.line <= u64::try_from(lines).unwrap(), "{problem:?}");
        assert!(!problem.message.is_empty() && !problem.hint.is_empty(), "{problem:?}");
    }
}

#[test]
fn nothing_panics_on_any_bytes() {
    let mut state = 20_260_501;
    for seed in SEEDS {
        for _ in 0..400 {
            let mut bytes = seed.to_vec();
            for _ in 0..=next(&mut state, 8) {
                mutate(&mut bytes, &mut state);
            }
            check(read_outline(&bytes), &bytes);
            check(read_outcomes(&bytes), &bytes);
            check(read_register(&bytes), &bytes);
            check(read_holidays(&bytes), &bytes);
        }
    }
}

#[test]
fn nothing_panics_on_noise() {
    let mut state = 7;
    for length in 0..600 {
        let bytes: Vec<u8> =
            (0..length).map(|_| u8::try_from(next(&mut state, 256)).unwrap()).collect();
        check(read_outline(&bytes), &bytes);
        check(read_outcomes(&bytes), &bytes);
        let pieces: Vec<u8> = (0..length % 60)
            .flat_map(|_| PIECES[next(&mut state, PIECES.len())])
            .copied()
            .collect();
        check(read_outline(&pieces), &pieces);
        check(read_outcomes(&pieces), &pieces);
        if let Err(problem) = read_date(&String::from_utf8_lossy(&pieces)) {
            assert!(!problem.message.is_empty());
        }
    }
}
