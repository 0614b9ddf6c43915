//! Where a library lies: on a disk of this computer, across a network, or in a folder that a program
//! copies to others. The write-ahead log needs one computer's memory, and a program that copies
//! folders may take the file and the log apart: there the library keeps a plain journal instead.

use std::path::{Component, Path};

/// Where a library lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// On a disk of this computer, as far as can be told.
    Own,
    /// On another computer, across a network.
    Network,
    /// In the folder of a program that copies it to other computers.
    Synced(&'static str),
}

/// File systems that lie across a network, as the mount table names them.
const NETWORK: &[&str] = &[
    "9p",
    "afs",
    "beegfs",
    "ceph",
    "cifs",
    "coda",
    "davfs",
    "fuse.curlftpfs",
    "fuse.davfs",
    "fuse.glusterfs",
    "fuse.gvfsd-fuse",
    "fuse.rclone",
    "fuse.s3fs",
    "fuse.sshfs",
    "glusterfs",
    "lustre",
    "ncpfs",
    "nfs",
    "nfs3",
    "nfs4",
    "smb3",
    "smbfs",
];

/// Folders of programs that copy, by how a part of the path is called: the whole of it, or its
/// beginning before a space or a hyphen (`OneDrive - A Charity`, `GoogleDrive-rosa@example.org`).
const SYNCED: &[(&str, &str)] = &[
    ("dropbox", "Dropbox"),
    ("onedrive", "OneDrive"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("icloud drive", "iCloud Drive"),
    ("iclouddrive", "iCloud Drive"),
    ("com~apple~clouddocs", "iCloud Drive"),
    ("mobile documents", "iCloud Drive"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("pclouddrive", "pCloud"),
    ("pcloud drive", "pCloud"),
    ("proton drive", "Proton Drive"),
    ("box sync", "Box"),
    ("cloudstorage", "a cloud drive"),
];

impl Place {
    /// Looks where a folder lies. What cannot be told is taken for a disk of this computer.
    pub fn of(folder: &Path) -> Self {
        let whole = std::fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
        let mounts = std::fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
        Self::told(&whole, &mounts)
    }

    /// The same, from a whole path and a mount table in the form of Linux's `mountinfo` (empty on
    /// other systems, where only the path tells).
    pub fn told(folder: &Path, mounts: &str) -> Self {
        if is_share(folder) || network_mount(folder, mounts) {
            return Self::Network;
        }
        // The innermost says best: `CloudStorage/Dropbox` is Dropbox.
        let mut parts = folder.iter().rev().filter_map(|part| part.to_str());
        parts.find_map(synced).map_or(Self::Own, Self::Synced)
    }

    /// Whether the library must keep a plain journal, and be held by one program at a time.
    pub fn is_shared(self) -> bool {
        match self {
            Self::Own => false,
            Self::Network | Self::Synced(_) => true,
        }
    }
}

/// The program that copies a folder of this name.
fn synced(part: &str) -> Option<&'static str> {
    let part = part.to_lowercase();
    SYNCED.iter().find_map(|(begins, program)| {
        let rest = part.strip_prefix(begins)?;
        (rest.is_empty() || rest.starts_with([' ', '-'])).then_some(*program)
    })
}

/// A Windows share: `\\server\share\…`.
fn is_share(folder: &Path) -> bool {
    use std::path::Prefix;
    folder.components().next().is_some_and(|first| match first {
        Component::Prefix(prefix) => {
            matches!(prefix.kind(), Prefix::UNC(..) | Prefix::VerbatimUNC(..))
        }
        Component::RootDir | Component::CurDir | Component::ParentDir | Component::Normal(_) => {
            false
        }
    })
}

/// Whether the innermost mount that holds the folder lies across a network. Of two on one place the
/// later lies above the earlier.
fn network_mount(folder: &Path, mounts: &str) -> bool {
    mounts
        .lines()
        .filter_map(mount)
        .filter(|(place, _)| folder.starts_with(place))
        .fold(None, |best: Option<(String, &str)>, found| match best {
            Some(best) if best.0.len() > found.0.len() => Some(best),
            Some(_) | None => Some(found),
        })
        .is_some_and(|(_, kind)| NETWORK.contains(&kind))
}

/// The place and the kind of a mount: the fifth field, and the first after the lone hyphen.
fn mount(line: &str) -> Option<(String, &str)> {
    let (before, after) = line.split_once(" - ")?;
    let place = before.split(' ').nth(4)?;
    Some((unescaped(place), after.split(' ').next()?))
}

/// A path as it is: the table writes blank, tab, line end and backslash as three octal digits.
fn unescaped(place: &str) -> String {
    [("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")]
        .iter()
        .fold(place.to_owned(), |path, (written, is)| path.replace(written, is))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = "\
22 1 0:21 / /proc rw,relatime - proc proc rw
27 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
30 27 0:40 / /mnt/office rw - nfs4 server:/export rw,vers=4.2
31 27 0:41 / /mnt/office/local rw - ext4 /dev/vdb rw
32 27 0:42 / /media/My\\040Share rw - cifs //server/share rw
33 27 0:43 / /home/rosa/remote rw - fuse.sshfs rosa@host: rw
34 27 0:44 / /home/rosa/stick rw - fuseblk /dev/sdb1 rw
35 27 0:45 / /mnt/twice rw - ext4 /dev/vdc rw
36 27 0:46 / /mnt/twice rw - nfs server:/b rw
no line of a table
";

    #[test]
    fn the_innermost_mount_says_whether_a_network_lies_between() {
        for (folder, place) in [
            ("/home/rosa/foi", Place::Own),
            ("/mnt/office/foi", Place::Network),
            ("/mnt/office", Place::Network),
            ("/mnt/officer/foi", Place::Own),
            ("/mnt/office/local/foi", Place::Own),
            ("/media/My Share/foi", Place::Network),
            ("/home/rosa/remote/foi", Place::Network),
            ("/home/rosa/stick/foi", Place::Own),
            ("/mnt/twice/foi", Place::Network),
        ] {
            assert_eq!(Place::told(Path::new(folder), MOUNTS), place, "{folder}");
        }
    }

    #[test]
    fn the_path_names_the_program_that_copies() {
        for (folder, program) in [
            ("/home/rosa/Dropbox/foi", Some("Dropbox")),
            ("/home/rosa/Dropbox (Personal)/foi", Some("Dropbox")),
            ("/Users/rosa/Library/CloudStorage/Dropbox/foi", Some("Dropbox")),
            ("/Users/rosa/Library/CloudStorage/GoogleDrive-rosa@x.org/foi", Some("Google Drive")),
            ("/Users/rosa/Library/CloudStorage/Other/foi", Some("a cloud drive")),
            ("/Users/rosa/Google Drive/foi", Some("Google Drive")),
            ("/Users/rosa/OneDrive - A Charity/foi", Some("OneDrive")),
            ("/home/rosa/onedrive", Some("OneDrive")),
            ("/Users/rosa/Library/Mobile Documents/com~apple~CloudDocs/foi", Some("iCloud Drive")),
            ("/home/rosa/Nextcloud/foi", Some("Nextcloud")),
            ("/home/rosa/ownCloud/foi", Some("ownCloud")),
            ("/home/rosa/Dropboxes/foi", None),
            ("/home/rosa/my Dropbox notes/foi", None),
            ("/home/rosa/foi", None),
        ] {
            let expected = program.map_or(Place::Own, Place::Synced);
            assert_eq!(Place::told(Path::new(folder), ""), expected, "{folder}");
        }
    }

    #[test]
    fn a_plain_journal_is_kept_wherever_others_reach() {
        assert!(!Place::Own.is_shared());
        assert!(Place::Network.is_shared());
        assert!(Place::Synced("Dropbox").is_shared());
    }
}
