export type StartedClock = { letter: string, received_on: string, receipt: string, limit: string | null, due: string | null, working: string, };
