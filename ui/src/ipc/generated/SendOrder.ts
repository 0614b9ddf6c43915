export type SendOrder = { campaign: string, dated: string, forces: Array<string>, };
