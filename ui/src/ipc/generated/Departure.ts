export type Departure = "first" | "second" | "email";
