export type ErrorKind = "refused" | "input" | "no_library" | "library_exists" | "newer_library" | "damaged" | "busy" | "disk_full" | "fault";
