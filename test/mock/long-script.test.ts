import { expect, test } from 'vitest'
import { runNode } from '../docs/run-node.ts'

const { stdout, stderr } = await runNode('--expose-gc', 'test/mock/long-script.ts')
const kept: unknown = JSON.parse(stdout || '{}')

test.each(Object.entries(Object(kept)))(
  '%s: calls awaited in one task keep nothing',
  (_, bytes) => {
    expect(bytes).toBeLessThan(700)
  },
)

test('nothing else is said', () => {
  expect(stderr).toBe('')
  expect(Object.keys(Object(kept)).length).toBeGreaterThan(5)
})
