import type { LucideProps } from '@lucide/svelte'
import type { Component } from 'svelte'

/** An icon of the Lucide set, imported by its own path: `@lucide/svelte/icons/sun`. */
export type IconComponent = Component<LucideProps>
