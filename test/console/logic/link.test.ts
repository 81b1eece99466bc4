import { createMock } from 'rolecall/mocks'
import { expect, test } from 'vitest'
import { packed, unpacked } from '../../../console/views/snapshots/link.ts'

test('a snapshot comes out of its link as it went in', async () => {
  const snapshot = createMock().snapshot({ secrets: false })
  const characters = await packed(snapshot)
  expect(characters).toMatch(/^[\w-]+$/)
  expect(characters.length).toBeLessThan(10_000)
  expect(await unpacked(characters)).toEqual(JSON.parse(JSON.stringify(snapshot)))
})

test.each([
  ['a part', (all: string) => all.slice(0, -40), 'not whole'],
  ['other characters', (all: string) => `${all}<img>`, 'characters'],
  ['nothing', () => '', 'characters'],
])('%s of a link is refused', async (_, damage, reason) => {
  const characters = await packed(createMock().snapshot({ secrets: false }))
  await expect(unpacked(damage(characters))).rejects.toThrow(reason)
})

test('a link that unfolds to more than a mock takes is refused before it fills the memory', async () => {
  const zeros = new Blob([new Uint8Array(64_000_000)]).stream()
  const bytes = await new Response(
    zeros.pipeThrough(new CompressionStream('deflate-raw')),
  ).arrayBuffer()
  const bomb = Buffer.from(bytes).toString('base64url')
  expect(bomb.length).toBeLessThan(100_000)
  await expect(unpacked(bomb)).rejects.toThrow('20 MB')
})
