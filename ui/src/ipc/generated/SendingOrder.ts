import type { Departure } from "./Departure";

export type SendingOrder = { references: Array<string>, all: boolean, departure: Departure, on: string, received_on: string | null, };
