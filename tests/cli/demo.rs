//! `foi demo`: the main job on the sample, the same to the byte wherever and whenever it runs.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use tests::program::{Desktop, Ran, is_sound_pdf, ran, text_of};

/// One run of the demonstration.
struct Demo {
    desktop: Desktop,
    out: PathBuf,
    ran: Ran,
}

fn run(out: &str, today: &str, settings: [(&str, &str); 3]) -> Demo {
    let desktop = Desktop::empty();
    let home = desktop.path("a home of its own");
    std::fs::create_dir(&home).expect("a folder");
    let mut command = desktop.command(today, ["demo", "--out", out]);
    command.env("HOME", home).env_remove("FOI_DESK_LIBRARY").envs(settings);
    let ran = ran(&mut command);
    let out = desktop.path(out);
    Demo { desktop, out, ran }
}

/// Two runs that share nothing: the day, the time zone, the language, the home and the folder all
/// differ. Both are made once, side by side.
fn demos() -> &'static [Demo; 2] {
    static DEMOS: OnceLock<[Demo; 2]> = OnceLock::new();
    DEMOS.get_or_init(|| {
        std::thread::scope(|scope| {
            let second = scope.spawn(|| {
                let settings = [
                    ("TZ", "Pacific/Kiritimati"),
                    ("LANG", "cy_GB.UTF-8"),
                    ("LC_ALL", "cy_GB.UTF-8"),
                ];
                run("somewhere/far away", "2031-02-28", settings)
            });
            let settings = [("TZ", "America/Los_Angeles"), ("LANG", "C"), ("LC_ALL", "C")];
            let first = run("out", "2026-01-01", settings);
            [first, second.join().expect("the second run")]
        })
    })
}

/// Every file of a run but its library, whose rows hold the instant of recording.
fn files(demo: &Demo) -> BTreeMap<PathBuf, Vec<u8>> {
    fn collect(folder: &Path, base: &Path, into: &mut BTreeMap<PathBuf, Vec<u8>>) {
        for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            let name = path.strip_prefix(base).expect("a path below").to_owned();
            if path.is_dir() && name != Path::new("library") {
                collect(&path, base, into);
            } else if path.is_file() {
                into.insert(name, std::fs::read(&path).expect("a file"));
            }
        }
    }
    let mut found = BTreeMap::new();
    collect(&demo.out, &demo.out, &mut found);
    found
}

#[test]
fn forty_eight_letters_the_job_the_follow_up_the_review_and_the_table_are_made() {
    let [first, _] = demos();
    assert_eq!(first.ran.code, Some(0), "{}", first.ran.err);
    let files = files(first);
    let letters = files.keys().filter(|name| name.starts_with("letters")).count();
    assert_eq!(letters, 48);
    let beside: Vec<String> = files
        .keys()
        .filter(|name| !name.starts_with("letters"))
        .map(|name| name.display().to_string())
        .collect();
    let expected = [
        "HT-011-2.pdf",
        "HT-011-3.pdf",
        "deadlines.csv",
        "made-by-foi-demo.txt",
        "print-job.pdf",
        "print-job.posting-list.csv",
        "reply-devon-and-cornwall.txt",
    ];
    assert_eq!(beside, expected);
}

#[test]
fn two_runs_under_other_settings_give_the_same_bytes() {
    let [first, second] = demos();
    assert_eq!(second.ran.code, Some(0), "{}", second.ran.err);
    let (first, second) = (files(first), files(second));
    let names = |files: &BTreeMap<PathBuf, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&first), names(&second));
    let pdfs = first.keys().filter(|name| name.extension().is_some_and(|e| e == "pdf")).count();
    assert_eq!(pdfs, 51, "48 requests, the job, the follow-up and the review");
    for (name, bytes) in &first {
        assert!(second.get(name) == Some(bytes), "{} differs", name.display());
    }
}

#[test]
fn every_pdf_is_sound_and_carries_all_its_fonts() {
    let [first, _] = demos();
    let pdfs: Vec<PathBuf> = files(first)
        .into_keys()
        .filter(|name| name.extension().is_some_and(|ending| ending == "pdf"))
        .map(|name| first.out.join(name))
        .collect();
    std::thread::scope(|scope| {
        for half in pdfs.chunks(pdfs.len().div_ceil(2)) {
            scope.spawn(|| half.iter().for_each(|pdf| is_sound_pdf(pdf)));
        }
    });
}

#[test]
fn the_letters_say_that_they_are_a_sample_and_what_they_are() {
    let [first, _] = demos();
    let request = text_of(&first.out.join("letters/HT-011-1.pdf"));
    for words in ["Sample: not for posting", "HT-011/1", "15 October 2026", "Hestia’s FOI", "2."]
    {
        assert!(request.contains(words), "“{words}”: {request}");
    }
    let follow_up = text_of(&first.out.join("HT-011-2.pdf"));
    for words in ["fresh request", "17 November 2026", "31(1)(a)", "12(1)", "15 January 2027"] {
        assert!(follow_up.contains(words), "“{words}”: {follow_up}");
    }
    let review = text_of(&first.out.join("HT-011-3.pdf"));
    for words in ["internal review", "20 November 2026", "31(1)(a)", "40(2)", "13 November 2026"] {
        assert!(review.contains(words), "“{words}”: {review}");
    }
}

/// The deadlines of the 48, counted here in another way than in the program: no working days are
/// walked, only whole weeks. Posted first class on Friday 16 October 2026, a letter counts as
/// received on Tuesday 20 (the second working day), in Scotland on Monday 19 (the third day of any
/// kind). From there to the end are 28 days, four whole weeks, which hold twenty days from Monday to
/// Friday; and in the table of gov.uk no bank holiday of any part of the kingdom falls between
/// 31 August and 30 November 2026. So twenty working days are 28 days: 17 and 16 November.
#[test]
fn the_table_has_forty_eight_rows_with_the_right_dates() {
    let [first, _] = demos();
    let mut table = csv::Reader::from_path(first.out.join("deadlines.csv")).expect("the table");
    let heads = table.headers().expect("its heads").clone();
    let column = |name: &str| heads.iter().position(|head| head == name).expect("a column");
    let names =
        ["reference", "regime", "sent_on", "received_on", "receipt", "response_due", "stage"];
    let [reference, regime, sent, received, receipt, due, stage] = names.map(column);
    let rows: Vec<csv::StringRecord> =
        table.records().collect::<Result<_, _>>().expect("rows that can be read");
    assert_eq!(rows.len(), 48);
    let day = |text: &str| tests::day(text);
    let mut scottish = 0;
    for (at, row) in rows.iter().enumerate() {
        assert_eq!(row[reference], format!("HT-{:03}", at + 1));
        assert_eq!((&row[sent], &row[receipt]), ("2026-10-16", "deemed"));
        let arrived = if &row[regime] == "foisa" { "2026-10-19" } else { "2026-10-20" };
        scottish += usize::from(&row[regime] == "foisa");
        assert_eq!(&row[received], arrived, "{}", &row[reference]);
        assert_eq!(day(&row[due]), day(arrived) + chrono::TimeDelta::weeks(4), "{row:?}");
        let expected = if &row[reference] == "HT-011" { "in_review" } else { "overdue" };
        assert_eq!(&row[stage], expected, "{}", &row[reference]);
    }
    assert_eq!(scottish, 1, "Police Scotland alone answers under the Scottish Act");
    for due in ["2026-11-17", "2026-11-16"] {
        assert!(first.ran.out.contains(due), "the table is on the screen too");
    }
}

#[test]
fn its_library_is_whole_and_can_be_gone_on_with() {
    let [first, _] = demos();
    let out = first.out.join("library");
    let library = out.to_str().expect("a path in UTF-8");
    let check = ["--library", library, "check", "--json"];
    let report = first.desktop.run("2026-11-20", check).done().json();
    assert_eq!((&report["clean"], &report["requests"]), (&true.into(), &48.into()));
    let show = ["--library", library, "request", "show", "HT-011", "--json"];
    let request = first.desktop.run("2026-11-20", show).done().json();
    assert_eq!((&request["answered"], &request["counted"]), (&6.into(), &13.into()));
    assert_eq!(request["late"], serde_json::json!(["2d", "2e"]));
}

#[test]
fn it_makes_its_own_folder_anew_and_leaves_any_other_alone() {
    let demo = run("out", "2026-01-01", [("TZ", "UTC"), ("LANG", "C"), ("LC_ALL", "C")]);
    assert_eq!(demo.ran.code, Some(0), "{}", demo.ran.err);
    let before = files(&demo);
    std::fs::write(demo.out.join("letters/left-over.pdf"), "old").expect("a file");
    demo.desktop.run("2026-01-01", ["demo", "--out", "out"]).done();
    assert!(files(&demo) == before, "made anew, with nothing left over");

    std::fs::create_dir(demo.desktop.path("mine")).expect("a folder");
    demo.desktop.write("mine/thesis.txt", "three years of work");
    let refused = demo.desktop.json("2026-01-01", "demo --out mine").refused();
    assert_eq!(refused["field"], "out");
    let left: Vec<_> =
        std::fs::read_dir(demo.desktop.path("mine")).expect("it").flatten().collect();
    assert_eq!(left.len(), 1, "nothing was put there");
    let text = std::fs::read_to_string(demo.desktop.path("mine/thesis.txt")).expect("the file");
    assert_eq!(text, "three years of work");
}
