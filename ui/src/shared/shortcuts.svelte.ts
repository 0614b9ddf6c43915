import { untrack } from 'svelte'

/** A key or keys, and what they do. */
export interface Shortcut {
  /** `ctrl+z`, `alt+arrowleft`, `?`, or one key after another: `g t`. */
  keys: string
  /** What they do, for the list of shortcuts. */
  label: string
  /** Nothing where the list itself does it: then it stands in the list of shortcuts only. */
  run?: () => void
  /** Whether they work while a text field has the focus. Only for keys with Ctrl or Alt. */
  inFields?: boolean
}

interface Group {
  title: string
  shortcuts: () => Shortcut[]
}

let groups: Group[] = $state.raw([])
let pending = ''
let pendingSince = 0

/** Offers shortcuts as long as the component lives. Call it while the component is made. */
export function offerShortcuts(title: string, shortcuts: () => Shortcut[]): void {
  $effect(() => {
    const group = { title, shortcuts }
    groups = [...untrack(() => groups), group]
    return () => {
      groups = untrack(() => groups).filter((other) => other !== group)
    }
  })
}

/** All shortcuts that work now, by group. */
export function shortcutGroups(): { title: string; shortcuts: Shortcut[] }[] {
  return groups.map((group) => ({ title: group.title, shortcuts: group.shortcuts() }))
}

/** Does what the keys mean. The last group offered comes first: the screen before the window. */
export function pressKey(event: KeyboardEvent, now: number = performance.now()): void {
  if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return
  const key = keyName(event)
  if (key === '') return
  const typing = isField(event.target)
  const sequence = pending && now - pendingSince < 1500 ? `${pending} ${key}` : key
  pending = ''
  const all = [...groups].reverse().flatMap((group) => group.shortcuts())
  for (const wanted of sequence === key ? [key] : [sequence, key]) {
    const found = all.find(
      (one) => one.run && one.keys === wanted && (!typing || one.inFields === true),
    )
    if (found) {
      event.preventDefault()
      found.run?.()
      return
    }
  }
  if (!typing && all.some((one) => one.run && one.keys.startsWith(`${key} `))) {
    pending = key
    pendingSince = now
  }
}

/** Whether the first key of a sequence was just pressed: then the next belongs to it, not to a list. */
export function isSequenceBegun(now: number = performance.now()): boolean {
  return pending !== '' && now - pendingSince < 1500
}

function keyName(event: KeyboardEvent): string {
  const key = event.key === ' ' ? 'space' : event.key.toLowerCase()
  if (['control', 'shift', 'alt', 'meta'].includes(key)) return ''
  const isSign = event.key.length === 1 && !/[a-z0-9 ]/i.test(event.key)
  const parts = [
    event.ctrlKey || event.metaKey ? 'ctrl+' : '',
    event.altKey ? 'alt+' : '',
    // A sign such as ? already has the Shift that it needs.
    event.shiftKey && !isSign ? 'shift+' : '',
  ]
  return parts.join('') + key
}

function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable) return true
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button'].includes(target.type)
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}

/** The keys as they are printed on the caps: `ctrl+shift+z` as Ctrl, Shift, Z. */
export function keyCaps(keys: string): string[] {
  const names: Record<string, string> = {
    arrowleft: '←',
    arrowright: '→',
    arrowup: '↑',
    arrowdown: '↓',
    escape: 'Esc',
  }
  return keys.split(/[+ ]/).map((key) => names[key] ?? key.charAt(0).toUpperCase() + key.slice(1))
}
