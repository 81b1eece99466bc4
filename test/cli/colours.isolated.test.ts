import { stripVTControlCharacters, type styleText } from 'node:util'
import { afterEach, expect, test, vi } from 'vitest'
import * as style from '../../mocks/adapters/cli/style.ts'

// Node 22.12 colours whatever the stream is where it is given several formats at once.
vi.mock(import('node:util'), async (original) => {
  const util = await original()
  const asOfNode22: typeof styleText = (format, text, options) =>
    util.styleText(format, text, Array.isArray(format) ? { validateStream: false } : options)
  return { ...util, styleText: asOfNode22 }
})

afterEach(() => vi.unstubAllEnvs())

test.each(Object.entries(style))(
  '%s leaves a text as it is in a pipe, on Node 22.12 too',
  (_, make) => {
    vi.stubEnv('FORCE_COLOR', undefined)
    expect(make('text')).toBe('text')
  },
)

test.each(Object.entries(style))('%s colours a text where that is asked for', (_, make) => {
  vi.stubEnv('FORCE_COLOR', '1')
  const coloured = make('text')
  expect(coloured).toMatch(/^\W.+text\W.+$/)
  expect(stripVTControlCharacters(coloured)).toBe('text')
})
