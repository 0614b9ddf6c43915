export type WhichRequests = { "named": Array<string> } | "all_due";
