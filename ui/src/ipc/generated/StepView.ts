export type StepView = { step: string, label: string, reason: string, until: string | null, authority: string | null, citation: string | null, mode: string | null, };
