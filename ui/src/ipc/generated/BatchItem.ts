export type BatchItem = { subject: string, reference: string | null, state: string, reason: string | null, };
