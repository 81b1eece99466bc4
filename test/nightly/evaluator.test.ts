/** Every mutant of the evaluator, by Stryker: it fails below the score of its settings. */
import { expect, test } from 'vitest'
import { execute } from '../package/execute.ts'

test('enough mutants of the evaluator are killed', async () => {
  expect(await execute('npm', ['run', '--silent', 'mutation'])).toContain('Done in')
})
