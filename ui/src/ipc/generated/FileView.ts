export type FileView = { name: string, hash: string, };
