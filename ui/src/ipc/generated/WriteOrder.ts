import type { WhatToWrite } from "./WhatToWrite";
import type { WhichRequests } from "./WhichRequests";

export type WriteOrder = { what: WhatToWrite, which: WhichRequests, dated: string, reply_by: string | null, };
