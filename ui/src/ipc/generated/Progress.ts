export type Progress = { at: number, of: number, subject: string, };
