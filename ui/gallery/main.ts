/*
 * Every shared component with fixtures, for building and for looking at: `npm run dev`, then
 * /gallery.html; with `?frame` in the frame of the window, with `&theme=dark` in the dark.
 */
import '../src/app.css'

import { mount } from 'svelte'

import { core } from '../src/ipc'
import { mockCore } from '../src/ipc/mock'
import type { Screen, ScreenName, Screens } from '../src/shared'
import Frame from '../src/shell/Frame.svelte'
import ToastBar from '../src/shell/ToastBar.svelte'
import Gallery from './Gallery.svelte'

mockCore()
const asked = new URLSearchParams(window.location.search)
const theme = asked.get('theme')
if (theme) document.documentElement.dataset['theme'] = theme
const target = document.getElementById('app')
if (target && asked.has('frame')) {
  const names: ScreenName[] = [
    'today',
    'record',
    'reviews',
    'queue',
    'board',
    'requests',
    'forces',
    'history',
  ]
  const screen: Screen<'today'> = { component: Gallery, crumbs: () => [{ text: 'Gallery' }] }
  const screens = Object.fromEntries(names.map((name) => [name, screen])) as Screens
  void core.libraryState().then((library) => {
    mount(Frame, { target, props: { library, screens } })
    mount(ToastBar, { target: document.body })
  })
} else if (target) {
  mount(Gallery, { target })
}
