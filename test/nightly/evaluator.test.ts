/** Every mutant of the evaluator, by Stryker: it fails below the score that its settings ask for. */
import { expect, test } from 'vitest'
import { execute } from '../package/execute.ts'

test('enough mutants of the evaluator are killed', async () => {
  expect(await execute('npm', ['run', '--silent', 'mutation'])).toContain('Done in')
})
