//! What `/proc` says of the processes below another one.

use std::fs;

/// A process and its memory.
pub struct Process {
    /// The name of its program.
    pub name: String,
    /// Its memory in megabytes (10^6 bytes), each page shared with n processes counted as 1/n.
    pub proportional: f64,
}

struct Row {
    id: u32,
    parent: u32,
    name: String,
    /// When it began, in hundredths of a second after the start of the machine.
    began: u64,
}

/// Ticks of the kernel's clock in a second, the same on every Linux that this runs on.
const TICKS: u64 = 100;

/// The memory of every process below this one, itself not counted.
pub fn memory(above: u32) -> Vec<Process> {
    let weighed = |row: Row| {
        let rollup = fs::read_to_string(format!("/proc/{}/smaps_rollup", row.id)).ok()?;
        let kilobytes: f64 = rollup
            .lines()
            .find_map(|line| line.strip_prefix("Pss:"))
            .and_then(|rest| rest.trim().strip_suffix(" kB"))
            .and_then(|number| number.parse().ok())?;
        Some(Process { name: row.name, proportional: kilobytes * 1024.0 / 1e6 })
    };
    below(above).into_iter().filter_map(weighed).collect()
}

/// How long ago the first process of this name below another one began, in milliseconds.
pub fn age(above: u32, name: &str) -> u64 {
    let began = below(above).into_iter().find(|row| row.name == name).map(|row| row.began);
    let uptime = fs::read_to_string("/proc/uptime").expect("the kernel tells");
    let seconds: f64 =
        uptime.split(' ').next().and_then(|number| number.parse().ok()).expect("a number");
    let now = (seconds * 1000.0) as u64;
    now.saturating_sub(began.expect("the window runs") * (1000 / TICKS))
}

fn below(above: u32) -> Vec<Row> {
    let rows: Vec<Row> = fs::read_dir("/proc")
        .expect("this needs Linux")
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
        .filter_map(row)
        .collect();
    let mut family = vec![above];
    let mut found = Vec::new();
    let mut rest = rows;
    loop {
        let (mine, others): (Vec<Row>, Vec<Row>) =
            rest.into_iter().partition(|row| family.contains(&row.parent));
        if mine.is_empty() {
            return found;
        }
        family.extend(mine.iter().map(|row| row.id));
        found.extend(mine);
        rest = others;
    }
}

/// One process, as `/proc/ID/stat` has it: the name stands in brackets and may hold blanks.
fn row(id: u32) -> Option<Row> {
    let stat = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    let (head, rest) = stat.rsplit_once(')')?;
    let name = head.split_once('(')?.1.to_owned();
    let fields: Vec<&str> = rest.split_whitespace().collect();
    Some(Row {
        id,
        parent: fields.get(1)?.parse().ok()?,
        name,
        began: fields.get(19)?.parse().ok()?,
    })
}
