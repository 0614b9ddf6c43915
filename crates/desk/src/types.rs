//! The TypeScript of every type that crosses. `scripts/types` writes it; the test compares.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use ts_rs::{Config, TS};

use crate::batch::{BatchItem, ProgressView};
use crate::view::{RequestDetail, RequestView};
use crate::{
    BoardView, CampaignView, CheckReport, Choices, ContactPart, CorrectionInput, CourseKind,
    DeskError, Effect, ForceEdit, ForceView, Happening, LetterOrder, LetterPreview, LibraryState,
    LibraryView, NewCampaignInput, NewForce, OperationView, OutlineView, PostedLine, PostingLine,
    PrintReport, Recorded, ReplyRows, ReviewDecisionRows, ReviewView, SendOrder, SendReport,
    SenderView, SendingOrder, SendingReport, TodayView, UndoState, UndoneView, WriteOrder,
    WriteReport,
};

macro_rules! export {
    ($config:expr, $($type:ty),+ $(,)?) => {
        $( <$type>::export_all($config).expect(stringify!($type)); )+
    };
}

fn write_types(folder: &Path) {
    let config = Config::new().with_large_int("number").with_out_dir(folder);
    export!(
        &config,
        BatchItem,
        BoardView,
        CampaignView,
        CheckReport,
        Choices,
        ContactPart,
        CorrectionInput,
        CourseKind,
        DeskError,
        Effect,
        ForceEdit,
        ForceView,
        Happening,
        LetterOrder,
        LetterPreview,
        LibraryState,
        LibraryView,
        NewCampaignInput,
        NewForce,
        OperationView,
        OutlineView,
        PostedLine,
        PostingLine,
        PrintReport,
        ProgressView,
        Recorded,
        ReplyRows,
        RequestDetail,
        RequestView,
        ReviewDecisionRows,
        ReviewView,
        SendOrder,
        SendReport,
        SenderView,
        SendingOrder,
        SendingReport,
        TodayView,
        UndoState,
        UndoneView,
        WriteOrder,
        WriteReport,
    );
    let names: Vec<String> = files(folder).into_keys().collect();
    let mut index = String::from("// Made by scripts/types. Do not edit.\n");
    for name in names {
        let name = name.trim_end_matches(".ts");
        index.push_str(&format!("export type {{ {name} }} from './{name}';\n"));
    }
    std::fs::write(folder.join("index.ts"), index).expect("the index");
}

fn files(folder: &Path) -> BTreeMap<String, String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return BTreeMap::new() };
    entries
        .map(|entry| {
            let path = entry.expect("an entry").path();
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            (name, std::fs::read_to_string(&path).expect("a file of text"))
        })
        .collect()
}

fn committed() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/ipc/generated")
}

#[test]
fn the_interface_has_the_types_that_cross() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    write_types(folder.path());
    let made = files(folder.path());
    assert!(made.len() > 50, "only {} types were found", made.len());
    let folder = committed();
    if std::env::var_os("FOI_DESK_WRITE_TYPES").is_some() {
        if folder.exists() {
            std::fs::remove_dir_all(&folder).expect("the old types go");
        }
        std::fs::create_dir_all(&folder).expect("a folder");
        for (name, text) in &made {
            std::fs::write(folder.join(name), text).expect("a file of types");
        }
    }
    let kept = files(&folder);
    let differ = |name: &&String| made.get(*name) != kept.get(*name);
    let wrong: Vec<&String> = made.keys().chain(kept.keys()).filter(differ).collect();
    assert!(wrong.is_empty(), "run scripts/types: {wrong:?}");
}
