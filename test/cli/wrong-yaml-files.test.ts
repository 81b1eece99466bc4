import { describe, expect, test } from 'vitest'
import { writeTemporary } from './files.ts'
import { refused } from './refused.ts'

describe('a YAML file', () => {
  const bomb = 'abcdefghi'.split('').map((letter, index) => {
    const item = index === 0 ? 'x' : `*${'abcdefgh'[index - 1]}`
    return `${letter}: &${letter} [${Array.from({ length: 9 }, () => item).join(', ')}]`
  })
  test.each<readonly [string, string | Buffer, RegExp]>([
    [
      'an alias bomb',
      bomb.join('\n'),
      /^, line \d: aliases of aliases expand to too much here; write the values out\.$/,
    ],
    [
      'a merge of itself',
      'auth: &a\n  <<: *a\n',
      /^, line 2: aliases of aliases expand to too much here; write the values out\.$/,
    ],
    ['a merge of a number', 'auth:\n  <<: 3\n', /^, line 2: merge sources must be maps .*\.$/],
    ['an alias of nothing', 'auth: *nope\n', /^, line 1: unresolved alias .*: nope\.$/],
    [
      'a value that contains itself',
      'auth: &a\n  default_role: *a\n',
      /^: auth\.default_role must be the key of a role, .* not a map\.$/,
    ],
    [
      '20,000 lists inside each other',
      `a: ${'['.repeat(20_000)}${']'.repeat(20_000)}`,
      /^, line 1: this is nested too deeply\.$/,
    ],
    [
      'several documents',
      'auth: {}\n---\nauth: {}\n',
      /^, line 2: a second document begins here; the file may hold one\.$/,
    ],
    ['a key twice', 'auth: {}\nauth: {}\n', /^, line 2: map keys must be unique\.$/],
    [
      'bytes that are not text',
      Buffer.from([0x61, 0x3a, 0x20, 0xff]),
      /^: the file is not UTF-8\. Save its text as UTF-8\.$/,
    ],
    [
      'one long text',
      'x'.repeat(100_000),
      /^: the file must be a map of settings, not "x{100}…"\.$/,
    ],
  ])('with %s', async (_, text, said) => {
    const file = await writeTemporary('values.yaml', text)
    const line = await refused('mock', '--port', '0', '--values', file)
    expect(line.startsWith(file), line).toBe(true)
    expect(line.slice(file.length)).toMatch(said)
  })
})
