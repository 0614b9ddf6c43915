//! Documents are files named by the hash of their bytes, written before the row that names them.

use std::fs;
use std::path::PathBuf;

use store::{DOCUMENTS, DocumentHash, Store, StoreError, hash_of};
use tests::{Library, noon};

fn path(library: &Library, hash: &DocumentHash) -> PathBuf {
    library.folder().join(DOCUMENTS).join(hash.as_str())
}

fn keep(library: &mut Library, bytes: &[u8]) -> DocumentHash {
    library.write("Kept a document", |w| w.keep_document(bytes, "text/plain")).value
}

fn files(library: &Library) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(library.folder().join(DOCUMENTS))
        .expect("the folder of documents")
        .map(|entry| entry.expect("a file").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn the_hash_is_sha_256() {
    // Source: FIPS 180-2, appendix B.1, the message "abc".
    assert_eq!(
        hash_of(b"abc").as_str(),
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    );
}

#[test]
fn bytes_are_kept_under_their_hash_and_read_back() {
    let mut library = Library::create();
    let hash = keep(&mut library, b"a letter");
    assert_eq!(hash, hash_of(b"a letter"));
    assert_eq!(fs::read(path(&library, &hash)).expect("the file"), b"a letter");
    assert_eq!(
        library.store.read(|reader| reader.document(&hash)).expect("the bytes"),
        b"a letter"
    );
    assert_eq!(library.store.check().expect("a library that can be read"), []);
}

#[test]
fn the_same_bytes_are_kept_once() {
    let mut library = Library::create();
    let first = keep(&mut library, b"a letter");
    let second = keep(&mut library, b"a letter");
    assert_eq!(first, second);
    assert_eq!(files(&library), [first.as_str()]);
}

#[test]
fn a_document_of_no_bytes_is_a_document() {
    let mut library = Library::create();
    let hash = keep(&mut library, b"");
    assert_eq!(library.store.read(|reader| reader.document(&hash)).expect("the bytes"), b"");
    assert_eq!(library.store.check().expect("a library that can be read"), []);
}

#[test]
fn a_missing_document_is_found_and_named() {
    let mut library = Library::create();
    let hash = keep(&mut library, b"a letter");
    fs::remove_file(path(&library, &hash)).expect("a loss");
    let findings = library.store.check().expect("a library that can be read");
    let [finding] = findings.as_slice() else { panic!("one finding: {findings:?}") };
    assert_eq!(finding.place, hash.as_str());
    assert!(finding.message.contains("missing"), "{}", finding.message);
    let error = library.store.read(|reader| reader.document(&hash)).expect_err("it is gone");
    assert!(matches!(&error, StoreError::Document { hash: named, .. } if named == hash.as_str()));
}

#[test]
fn a_changed_document_is_found_and_named_whatever_its_length() {
    let mut library = Library::create();
    let hash = keep(&mut library, b"a letter");
    for changed in ["a ledger", "a letter and more", ""] {
        fs::write(path(&library, &hash), changed).expect("a change");
        let findings = library.store.check().expect("a library that can be read");
        let [finding] = findings.as_slice() else { panic!("one finding: {findings:?}") };
        assert_eq!(finding.place, hash.as_str());
        assert!(finding.message.contains("changed"), "{}", finding.message);
    }
}

#[test]
fn a_damaged_document_is_healed_when_its_bytes_are_kept_again() {
    let mut library = Library::create();
    let hash = keep(&mut library, b"a letter");
    fs::write(path(&library, &hash), "a ledger").expect("a change");
    keep(&mut library, b"a letter");
    assert_eq!(library.store.check().expect("a library that can be read"), []);
}

#[test]
fn a_length_that_was_recorded_wrong_is_found() {
    let mut library = Library::create();
    let hash = keep(&mut library, b"a letter");
    library.raw().execute("UPDATE documents SET byte_count = 7", []).expect("a change");
    let findings = library.store.check().expect("a library that can be read");
    let [finding] = findings.as_slice() else { panic!("one finding: {findings:?}") };
    assert_eq!(finding.place, hash.as_str());
}

#[test]
fn a_removed_document_with_its_tombstone_is_not_missed() {
    let mut library = Library::create();
    let hash = keep(&mut library, b"a letter");
    fs::remove_file(path(&library, &hash)).expect("a removal");
    library
        .raw()
        .execute(
            "INSERT INTO tombstones (hash, reason, operation_id) VALUES (?1, 'personal data', 1)",
            [hash.as_str()],
        )
        .expect("a tombstone");
    assert_eq!(library.store.check().expect("a library that can be read"), []);
}

#[test]
fn words_that_are_gone_or_changed_are_found() {
    let library = Library::with_story();
    let raw = library.raw();
    let places = || -> Vec<String> {
        let findings = library.store.check().expect("a library that can be read");
        findings.into_iter().map(|finding| finding.place).collect()
    };
    assert_eq!(places(), Vec::<String>::new());
    for text in ["came with a table", "prejudice to an inquiry"] {
        let hash = hash_of(text.as_bytes());
        raw.execute("UPDATE words SET text = 'other' WHERE hash = ?1", [hash.as_str()])
            .expect("a change");
        assert_eq!(places(), [hash.as_str()], "changed: {text}");
        raw.execute("DELETE FROM words WHERE hash = ?1", [hash.as_str()]).expect("a loss");
        assert_eq!(places(), [hash.as_str()], "gone: {text}");
        raw.execute("INSERT INTO words (hash, text) VALUES (?1, ?2)", [hash.as_str(), text])
            .expect("put back");
        assert_eq!(places(), Vec::<String>::new());
    }
}

/// A number that no process has: beyond the largest that Linux gives out.
const NO_PROCESS: u32 = 4_194_305;

#[test]
fn a_file_left_unfinished_does_no_harm() {
    let mut library = Library::create();
    let hash = hash_of(b"a letter");
    let unfinished = format!(".unfinished-{hash}-{NO_PROCESS}");
    fs::write(library.folder().join(DOCUMENTS).join(&unfinished), "a let").expect("a left-over");
    assert_eq!(library.store.check().expect("a library that can be read"), []);
    assert_eq!(keep(&mut library, b"a letter"), hash);
    assert_eq!(library.store.check().expect("a library that can be read"), []);
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_left_unfinished_by_a_program_that_ended_is_removed_at_the_next_start() {
    let mut library = Library::create();
    let kept = keep(&mut library, b"a letter");
    let folder = library.folder().join(DOCUMENTS);
    let hash = hash_of(b"another letter");
    let dead = format!(".unfinished-{hash}-{NO_PROCESS}-1");
    let living = format!(".unfinished-{hash}-{}-1", std::process::id());
    let strange = ".unfinished-of-another-kind".to_owned();
    for name in [&dead, &living, &strange] {
        fs::write(folder.join(name), "another let").expect("a left-over");
    }
    let files_after = {
        let again = Store::open(library.folder()).expect("a library");
        drop(again);
        files(&library)
    };
    assert!(!files_after.contains(&dead), "nobody will finish it");
    assert_eq!(
        files_after,
        [living, strange, kept.as_str().to_owned()],
        "what a living program may be writing stays, and so does what cannot be understood"
    );
}

#[test]
fn a_document_is_on_the_disk_before_the_row_that_names_it_and_outlives_a_failed_write() {
    let mut library = Library::create();
    let hash = hash_of(b"a letter");
    let result: Result<_, StoreError> = library.store.write("Half a change", noon(), |w| {
        let kept = w.keep_document(b"a letter", "text/plain")?;
        assert_eq!(kept, hash);
        assert_eq!(w.document(&kept)?, b"a letter");
        Err::<(), _>(StoreError::UnknownValue("on purpose".to_owned()))
    });
    assert!(result.is_err());
    let rows: i64 = library
        .raw()
        .query_row("SELECT count(*) FROM documents", [], |row| row.get(0))
        .expect("a count");
    assert_eq!(rows, 0);
    assert_eq!(
        library.store.check().expect("a library that can be read"),
        [],
        "a file without a row does no harm"
    );
}
