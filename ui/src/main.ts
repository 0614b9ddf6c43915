import './app.css'

import { mount } from 'svelte'

import App from './shell/App.svelte'

/** A browser has no core: while building, fixtures stand in its place. */
async function begin(): Promise<void> {
  if (import.meta.env.DEV && !('__TAURI_INTERNALS__' in window)) {
    const { emptyDesk, mockCore, sampleDesk } = await import('./ipc/mock')
    const asked = new URLSearchParams(window.location.search)
    const desk = asked.has('first-run') ? emptyDesk() : sampleDesk()
    const theme = asked.get('theme')
    if (theme) document.documentElement.dataset['theme'] = theme
    mockCore({ desk })
  }
  const target = document.getElementById('app')
  if (target) mount(App, { target })
}

void begin()
