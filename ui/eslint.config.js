import js from '@eslint/js'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import ts from 'typescript-eslint'

import svelteConfig from './svelte.config.js'

/** The rooms of the window. Each may use `shared/` and `ipc/`, and none may use another. */
export const features = [
  'today',
  'campaigns',
  'requests',
  'replies',
  'letters',
  'forces',
  'reviews',
  'history',
  'reports',
  'settings',
  'first-run',
]

/** Forbids imports from these folders of `src`. */
function without(folders, message) {
  return {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: [
          { group: folders.flatMap((folder) => [`../${folder}`, `**/../${folder}/**`]), message },
        ],
      },
    ],
  }
}

const rooms = [
  ...features.map((feature) => ({
    files: [`src/${feature}/**`],
    rules: without(
      ['shell', ...features.filter((other) => other !== feature)],
      'A feature uses shared/ and ipc/ only.',
    ),
  })),
  {
    files: ['src/shared/**'],
    rules: without(['shell', ...features], 'shared/ uses ipc/ only.'),
  },
  {
    files: ['src/ipc/**'],
    rules: without(['shell', 'shared', ...features], 'ipc/ uses nothing of the window.'),
  },
]

export default ts.config(
  { ignores: ['dist', 'node_modules', 'src/ipc/generated'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      '@typescript-eslint/no-invalid-void-type': 'off',
      eqeqeq: 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig },
    },
    rules: {
      'svelte/no-at-html-tags': 'error',
      'svelte/no-inline-styles': ['error', { allowTransitions: true }],
    },
  },
  ...rooms,
)
