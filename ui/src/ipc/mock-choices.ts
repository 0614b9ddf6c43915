import type { Choices, Outcome } from './types'

type OutcomeLine = [code: Outcome, label: string, key: string, sections: boolean, open: boolean]

const outcomes: OutcomeLine[] = [
  ['answered', 'Answered', 'A', false, false],
  ['partly', 'Partly', 'P', true, true],
  ['refused', 'Refused', 'R', true, true],
  ['ncnd', 'Neither confirmed nor denied', 'D', true, true],
  ['not_held', 'Not held', 'H', false, true],
  ['elsewhere', 'Available elsewhere', 'E', true, false],
  ['not_addressed', 'Not addressed', 'N', false, true],
  ['not_applicable', 'Not applicable', 'X', false, false],
]

const choice = ([code, label]: [string, string]) => ({ code, label })

/** What the forms offer, as the core says it. */
export const choices: Choices = {
  outcomes: outcomes.map(([code, label, key, may_carry_sections, is_open]) => ({
    code,
    label,
    key,
    may_carry_sections,
    is_open,
    is_answer: code === 'answered' || code === 'elsewhere',
  })),
  modes: (
    [
      ['A', 'fresh request, with advice'],
      ['B', 'internal review'],
      ['C', 'internal review and fresh request'],
      ['D', 'enquiry'],
    ] as [string, string][]
  ).map(choice),
  post_classes: (
    [
      ['first', 'first class'],
      ['second', 'second class'],
    ] as [string, string][]
  ).map(choice),
  regimes: (
    [
      ['foia', 'FOI Act 2000'],
      ['foisa', 'FOI (Scotland) Act 2002'],
      ['eir', 'EI Regulations 2004'],
      ['eisr', 'EI (Scotland) Regulations 2004'],
    ] as [string, string][]
  ).map(choice),
  force_kinds: (
    [
      ['territorial-police', 'territorial police'],
      ['special-police', 'special police'],
      ['oversight-body', 'oversight or national body'],
    ] as [string, string][]
  ).map(choice),
  nations: ['England', 'Wales', 'Scotland', 'Northern Ireland', 'UK'],
  review_results: (
    [
      ['upheld', 'upheld'],
      ['partly', 'partly overturned'],
      ['overturned', 'overturned'],
    ] as [string, string][]
  ).map(choice),
}
