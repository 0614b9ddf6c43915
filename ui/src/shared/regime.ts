import type { Regime } from '../ipc'

/** The enactment in the width of a column. */
const short: Record<Regime, string> = {
  foia: '2000 Act',
  foisa: '2002 Act (Scot.)',
  eir: '2004 Regs',
  eisr: '2004 Regs (Scot.)',
}

/** The enactment in a heading. */
const title: Record<Regime, string> = {
  foia: 'FOI Act 2000',
  foisa: 'FOI (Scotland) Act 2002',
  eir: 'EI Regulations 2004',
  eisr: 'EI (Scotland) Regulations 2004',
}

export function regimeShort(regime: Regime): string {
  return short[regime]
}

export function regimeTitle(regime: Regime): string {
  return title[regime]
}
