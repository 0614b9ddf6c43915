export type ForceEdit = { name: string | null, address: string | null, email: string | null, website: string | null, legal_authority: string | null, source: string | null, };
