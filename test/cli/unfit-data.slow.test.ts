import { readdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { describe, expect, test } from 'vitest'
import { newFile } from './data.ts'
import { writeTemporary } from './files.ts'
import { refused } from './refused.ts'
import { startMock } from './run-cli.ts'

describe('a file that does not fit ends with 2 and is left as it is', () => {
  async function unfit(text: string, ...args: readonly string[]): Promise<string> {
    const file = await writeTemporary('state.json', text)
    const message = await refused('mock', '--port', '0', '--data', file, ...args)
    expect(message.startsWith(file), message).toBe(true)
    expect(await readFile(file, 'utf8')).toBe(text)
    expect(await readdir(dirname(file))).toEqual(['state.json'])
    return message.slice(file.length)
  }

  async function saved(...args: readonly string[]): Promise<string> {
    const file = await newFile()
    await (await startMock(['--data', file, ...args])).stop()
    return readFile(file, 'utf8')
  }

  test.each([
    ['', ' is not JSON: it ends at line 1, column 1'],
    ['{"format":"rolecall/1"', ' is not JSON: '],
    ['[]', ': snapshot must be the object that mock.snapshot() returned, not a list.'],
    ['{"format":"other/9"}', ': snapshot.format must be "rolecall/1", not "other/9".'],
    ['{"format":"rolecall/1"}', ': '],
  ])('%j', async (text, message) => {
    const told = await unfit(text)
    expect(told).toContain(message)
    expect(told).toContain('--reset begins anew.')
  })

  test('one that is cut off, or changed inside', async () => {
    const text = await saved()
    expect(await unfit(text.slice(0, text.length / 2))).toContain(' is not JSON: ')
    expect(await unfit(text.replaceAll('"support":"annotator"', '"support":"nobody"'))).toContain(
      'snapshot.state.',
    )
  })

  test.each([
    [['--policy', 'bigml'], ': Its policy is "adaptive", not "bigml". Leave --policy out.'],
    [['--scenario', 'empty'], ': Its scenario is "acme", not "empty". Leave --scenario out.'],
    [['--seed', 'other'], ': Its seed is "rolecall", not "other". Leave --seed out.'],
  ])('one of another mock than that of %j', async (args, message) => {
    expect(await unfit(await saved(), ...args)).toContain(message)
  })

  test.each([
    [['--reset'], '--reset needs --data FILE: it begins anew in that file.'],
    [['--data', './no-such-folder/state.json'], 'there is no such folder. Make it first.'],
    [['--data', '.'], '.: this is no file. Name a file.'],
    [['--data', '/dev/null'], '/dev/null: this is no file. Name a file.'],
  ])('%j says the right usage', async (args, message) => {
    expect(await refused('mock', '--port', '0', ...args)).toContain(message)
  })
})
