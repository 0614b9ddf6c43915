import type { FindingView } from "./FindingView";

export type CheckReport = { clean: boolean, requests: number, findings: Array<FindingView>, };
