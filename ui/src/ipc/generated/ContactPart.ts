export type ContactPart = "address" | "email";
