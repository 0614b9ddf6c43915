import type { WhatToWrite } from "./WhatToWrite";

export type LetterOrder = { what: WhatToWrite, request: string, dated: string, reply_by: string | null, };
