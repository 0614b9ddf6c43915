/* Every shared component with fixtures, for building and for looking at: `npm run dev`, then /gallery.html. */
import '../src/app.css'

import { mount } from 'svelte'

import { mockCore } from '../src/ipc/mock'
import Gallery from './Gallery.svelte'

mockCore()
const theme = new URLSearchParams(window.location.search).get('theme')
if (theme) document.documentElement.dataset['theme'] = theme
const target = document.getElementById('app')
if (target) mount(Gallery, { target })
