import type { Mode } from "./Mode";

export type WhatToWrite = { "follow_up": Mode | null } | "review";
