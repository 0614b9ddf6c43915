import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

/* The colours themselves, counted as WCAG 2.2 does: text 4.5 to 1, edges that mean something 3 to 1. */

type Tokens = Record<string, string>

const css = readFileSync('src/styles/tokens.css', 'utf8')

/** The tokens of each block of the sheet: light, dark by choice, dark by the system. */
const blocks = [...css.matchAll(/:root[^{]*\{([^}]*)\}/g)].map(([, body = '']) =>
  Object.fromEntries(
    [...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  ),
)
const [light = {}, dark = {}, bySystem = {}] = blocks

function luminance(colour: string): number {
  const parts = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
  const [red = 0, green = 0, blue = 0] = parts.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

/** The pairs that fall short, each with its measure. */
function short(tokens: Tokens, pairs: [string, string][], least: number): string[] {
  return pairs.flatMap(([front, ground]) => {
    const [one, other] = [tokens[front], tokens[ground]]
    if (!one || !other) return [`${front} or ${ground} is no token`]
    const measured = contrast(one, other)
    return measured < least ? [`${front} on ${ground}: ${measured.toFixed(2)}`] : []
  })
}

const on = (fronts: string[], grounds: string[]): [string, string][] =>
  fronts.flatMap((front) => grounds.map((ground): [string, string] => [front, ground]))

const grounds = ['bg', 'side', 'surface', 'sunken', 'select', 'hover']
const stages = ['unsent', 'await', 'over', 'clar', 'act', 'fol', 'rev', 'rvo', 'ico', 'done']
const outcomes = ['a', 'p', 'r', 'h', 'n', 'd', 'e']

const texts: [string, string][] = [
  ...on(['ink', 'ink-2', 'ink-3'], grounds),
  ...on(['accent-text'], [...grounds, 'accent-tint']),
  ['accent-ink', 'accent'],
  ['accent-ink', 'accent-hover'],
  ['over-text', 'over-tint'],
  ['soon-text', 'soon-tint'],
  ['ok-text', 'ok-tint'],
  ...on(['over-text', 'soon-text', 'ok-text'], ['bg', 'surface', 'select', 'hover']),
  ['ink', 'soon-tint'],
  ['ink', 'over-tint'],
  ['ink', 'ok-tint'],
  ['mark-ink', 'mark'],
  ['bg', 'ink'],
  ...stages.map((stage): [string, string] => [`st-${stage}-fg`, `st-${stage}-bg`]),
  ...on(
    outcomes.map((outcome) => `ans-${outcome}-text`),
    ['bg', 'surface', 'select', 'hover'],
  ),
  ['ans-a-ink', 'ans-a-tint'],
  ['ans-p-ink', 'ans-p-tint'],
  ['ans-p-ink', 'ans-p-half'],
  ['ans-r-ink', 'ans-r'],
  ['ans-h-ink', 'ans-h-tint'],
  ['ans-n-ink', 'ans-n-tint'],
  ['ans-d-ink', 'ans-d'],
  ['ans-e-ink', 'ans-e-tint'],
]

const edges: [string, string][] = [
  ...on(['control', 'focus'], ['bg', 'side', 'surface', 'select']),
  ...on(
    ['ans-r', 'ans-h', 'ans-n', 'ans-d', 'ans-e', 'ans-x', 'ans-w'],
    ['bg', 'surface', 'select'],
  ),
  ...on(['ans-p'], ['bg', 'surface']),
  ['over', 'surface'],
  ['ok', 'side'],
]

test('the sheet has a light theme and two dark ones that are the same', () => {
  expect(blocks).toHaveLength(3)
  expect(bySystem).toEqual(dark)
  const colours = Object.keys(light).filter((name) => light[name]?.startsWith('#'))
  expect(Object.keys(dark)).toEqual(expect.arrayContaining(colours))
})

test.each([
  ['light', light],
  ['dark', dark],
])(
  'in the %s theme every text can be read and every edge that means something seen',
  (_, tokens) => {
    expect(short(tokens, texts, 4.5)).toEqual([])
    expect(short(tokens, edges, 3)).toEqual([])
  },
)

test('the measure is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  expect(short({ a: '#777777', b: '#ffffff' }, [['a', 'b']], 4.5)).toEqual(['a on b: 4.48'])
})
