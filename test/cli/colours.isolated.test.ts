import { stripVTControlCharacters, type styleText } from 'node:util'
import { afterEach, expect, test, vi } from 'vitest'
import * as style from '../../mocks/adapters/cli/style.ts'

// Node 22.12 ignores the stream when given several formats at once.
vi.mock(import('node:util'), async (original) => {
  const util = await original()
  const asOfNode22: typeof styleText = (format, text, options) =>
    util.styleText(format, text, Array.isArray(format) ? { validateStream: false } : options)
  return { ...util, styleText: asOfNode22 }
})

afterEach(() => vi.unstubAllEnvs())

test.each(Object.entries(style))(
  '%s leaves a text plain in a pipe, on Node 22.12 too',
  (_, make) => {
    vi.stubEnv('FORCE_COLOR', undefined)
    expect(make('text')).toBe('text')
  },
)

test.each(Object.entries(style))('%s colours a text on request', (_, make) => {
  vi.stubEnv('FORCE_COLOR', '1')
  const coloured = make('text')
  expect(coloured).toMatch(/^\W.+text\W.+$/)
  expect(stripVTControlCharacters(coloured)).toBe('text')
})
