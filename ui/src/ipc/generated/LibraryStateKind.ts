export type LibraryStateKind = "open" | "none" | "newer" | "damaged" | "elsewhere" | "unreachable";
