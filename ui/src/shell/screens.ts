import type { Screens } from '../shared'

const found = import.meta.glob<{ screens: Screens }>('../*/screens.ts', { eager: true })

/** Every screen that there is: each feature brings its own in its `screens.ts`. */
export const screens: Screens = Object.assign(
  {},
  ...Object.entries(found)
    .filter(([path]) => !path.startsWith('./'))
    .map(([, module]) => module.screens),
) as Screens
