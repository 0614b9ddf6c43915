import type { Choice, ForceEdit, ForceView } from '../ipc'
import { regimeShort, type Column } from '../shared'

/** The parts of the register that the chips choose. */
export type Filter = 'scotland' | 'address' | 'missing' | 'email' | 'others'

const wanted: Record<Filter, (force: ForceView) => boolean> = {
  scotland: (force) => force.police && force.regime === 'foisa',
  address: (force) => force.police && force.address_state === 'unconfirmed',
  missing: (force) => force.police && force.address_state === 'missing',
  email: (force) => force.police && force.email_state !== 'confirmed',
  others: (force) => !force.police,
}

export function isIn(filter: Filter, force: ForceView): boolean {
  return wanted[filter](force)
}

/** The rows: police forces where nothing is chosen; whatever is looked for in a name or place. */
export function shownForces(forces: ForceView[], filters: Filter[], find: string): ForceView[] {
  const text = find.trim().toLowerCase()
  return forces
    .filter((force) =>
      filters.length > 0 ? filters.some((filter) => isIn(filter, force)) : force.police,
    )
    .filter(
      (force) =>
        text === '' ||
        [force.name, force.short_name, force.welsh_name ?? '', force.id, ...force.address].some(
          (part) => part.toLowerCase().includes(text),
        ),
    )
}

/** “2000 Act”, as a column has it; the full name stands in the pane. */
export function lawShort(force: ForceView): string {
  if (force.regime === null) return 'no Act'
  return regimeShort(force.regime)
}

export function lawName(force: ForceView, regimes: Choice[]): string {
  const found = regimes.find((one) => one.code === force.regime)
  return found?.label ?? lawShort(force)
}

const contact = { missing: '0', unconfirmed: '1', confirmed: '2' }

export const columns: Column<ForceView>[] = [
  { id: 'name', title: 'Force', text: (force) => force.name },
  { id: 'law', title: 'Law', text: lawShort, width: 'medium' },
  {
    id: 'nation',
    title: 'Nation',
    text: (force) => force.nation,
    width: 'medium',
    hideNarrow: true,
  },
  {
    id: 'address',
    title: 'Address',
    text: (force) => force.address_state,
    sort: (force) => contact[force.address_state] + (force.address_confirmed_on ?? ''),
    width: 'medium',
  },
  {
    id: 'email',
    title: 'E-mail',
    text: (force) => force.email_state,
    sort: (force) => contact[force.email_state] + (force.email_confirmed_on ?? ''),
    width: 'medium',
  },
]

/** What can be typed about a contact. */
export interface ContactForm {
  name: string
  address: string
  email: string
  website: string
  legal_authority: string
  source: string
}

export const emptyForm: ContactForm = {
  name: '',
  address: '',
  email: '',
  website: '',
  legal_authority: '',
  source: '',
}

export function formOf(force: ForceView): ContactForm {
  return {
    name: force.name,
    address: [...force.address, force.postcode ?? ''].filter(Boolean).join('\n'),
    email: force.email ?? '',
    website: force.website ?? '',
    legal_authority: force.legal_authority ?? '',
    source: force.source,
  }
}

/** What was changed, and only that: a contact that is given anew is unconfirmed again. */
export function editOf(before: ContactForm, after: ContactForm): ForceEdit {
  const changed = (field: keyof ContactForm) => {
    const text = after[field].trim()
    return text === before[field].trim() ? null : text
  }
  return {
    name: changed('name'),
    address: changed('address'),
    email: changed('email'),
    website: changed('website'),
    legal_authority: changed('legal_authority'),
    source: changed('source'),
  }
}

/** A name for files out of a name: “Border Force (North)” as border-force-north. */
export function idFrom(name: string): string {
  return name
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

/** The errors of the core name a field; the fields here have the names of the form. */
export function fieldOf(field: string | null): string | null {
  return field?.replace(/ /g, '_') ?? null
}
