import './app.css'

import { mount } from 'svelte'

import App from './shell/App.svelte'
import { appearance } from './shell/theme.svelte'

/** A browser has no core: while building, fixtures stand in its place. */
async function begin(): Promise<void> {
  appearance.restore()
  if (import.meta.env.DEV && !('__TAURI_INTERNALS__' in window)) {
    const { emptyDesk, mockCore, sampleDesk } = await import('./ipc/mock')
    const asked = new URLSearchParams(window.location.search)
    const desk = asked.has('first-run') || asked.has('empty') ? emptyDesk() : sampleDesk()
    if (asked.has('empty')) desk.library = 'open'
    const trouble = asked.get('library')
    if (trouble) desk.library = trouble as typeof desk.library
    const theme = asked.get('theme')
    if (theme) document.documentElement.dataset['theme'] = theme
    mockCore({ desk })
  }
  const target = document.getElementById('app')
  if (target) mount(App, { target })
}

void begin()
