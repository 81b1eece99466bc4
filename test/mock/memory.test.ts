import { expect, test } from 'vitest'
import { runNode } from '../docs/run-node.ts'

const { stdout, stderr } = await runNode('--expose-gc', 'test/mock/memory-script.ts')
const kept: unknown = JSON.parse(stdout || '{}')

test.each(Object.entries(Object(kept)))(
  '%s: calls awaited in one task keep no memory',
  (_, bytes) => {
    expect(bytes).toBeLessThan(700)
  },
)

test('no other output', () => {
  expect(stderr).toBe('')
  expect(Object.keys(Object(kept)).length).toBeGreaterThan(5)
})
