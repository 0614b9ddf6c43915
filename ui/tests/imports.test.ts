// @vitest-environment node
import { ESLint } from 'eslint'
import { describe, expect, test } from 'vitest'

const rule = '@typescript-eslint/no-restricted-imports'

async function refusals(file: string, source: string): Promise<string[]> {
  const eslint = new ESLint({ cwd: new URL('..', import.meta.url).pathname })
  const [result] = await eslint.lintText(source, { filePath: file })
  return (result?.messages ?? []).filter((one) => one.ruleId === rule).map((one) => one.message)
}

describe('features use shared/ and ipc/ and never one another', () => {
  test.each([
    ['src/today/list.ts', "import { rows } from '../requests/rows'\nrows()\n"],
    ['src/today/list.ts', "import type { Row } from '../requests/rows'\nexport type R = Row\n"],
    ['src/letters/deep/form.ts', "import { rows } from '../../forces/rows'\nrows()\n"],
    ['src/forces/list.ts', "import { screens } from '../shell/screens'\nvoid screens\n"],
    ['src/shared/thing.ts', "import { screens } from '../shell/screens'\nvoid screens\n"],
    ['src/shared/thing.ts', "import { rows } from '../requests/rows'\nrows()\n"],
    ['src/ipc/thing.ts', "import { toasts } from '../shared'\nvoid toasts\n"],
  ])('%s is refused', async (file, source) => {
    expect(await refusals(file, source)).toHaveLength(1)
  })

  test.each([
    ['src/today/list.ts', "import { Button } from '../shared'\nvoid Button\n"],
    ['src/today/list.ts', "import { core } from '../ipc'\nvoid core\n"],
    ['src/today/deep/list.ts', "import { rows } from '../rows'\nrows()\n"],
    ['src/shell/frame.ts', "import { screens } from '../today/screens'\nvoid screens\n"],
  ])('%s is allowed', async (file, source) => {
    expect(await refusals(file, source)).toEqual([])
  })
})
