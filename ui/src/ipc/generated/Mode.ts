export type Mode = "A" | "B" | "C" | "D";
