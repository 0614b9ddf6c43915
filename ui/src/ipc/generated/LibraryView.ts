export type LibraryView = { folder: string, police_forces: number, other_bodies: number, campaigns: number, requests: number, };
