import { describe, expect, test } from 'vitest'
import library from '../../docs/examples/own-policy/policy.json' with { type: 'json' }
import { libraryFile, writeTemporary } from './files.ts'
import { runCli } from './run-cli.ts'

describe('rolecall policy rule', () => {
  test('prints a rule, by its id in any case', async () => {
    const { code, out, err } = await runCli(['policy', 'rule', 'ad-04'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/^AD-04 {2}\S/)
    for (const part of [
      'Documented:',
      'create new role',
      'Asked by roles.create',
      'Asked about the action admin:manage_roles, which is no call: ',
      'Allowed:',
      'Denied:',
    ]) {
      expect(out).toContain(part)
    }
  })

  test('lists all rules without an id, and prints those of a file', async () => {
    const { out } = await runCli(['policy', 'rule', '--policy', libraryFile])
    expect(out).toMatch(/^LB-05 +The library always has a librarian\.$/m)
    expect(out).toMatch(/^membership {2}/m)
  })

  test('prints JSON and Markdown', async () => {
    const json = await runCli(['policy', 'rule', 'AD-12', '--json'])
    expect(JSON.parse(json.out)).toMatchObject({ id: 'AD-12', origin: 'reading' })
    const markdown = await runCli(['policy', 'rule', 'AD-12', '--format', 'markdown'])
    expect(markdown.out).toContain('## AD-12')
  })

  test('suggests the nearest id', async () => {
    const { code, err } = await runCli(['policy', 'rule', 'AD-O4'])
    expect(code).toBe(2)
    expect(err).toContain('Policy adaptive has no rule "AD-O4". Did you mean AD-04?')
  })

  test.each([
    [['BG-05'], 'BG-05 is a rule of bigml: add --policy bigml.'],
    [['bg-05', '--policy', 'ica'], 'BG-05 is a rule of bigml: use --policy bigml.'],
    [['AD-12', '--policy', libraryFile], 'AD-12 is a rule of adaptive: use --policy adaptive.'],
    [['XX-99'], 'Its rules are '],
  ])('says of which policy %j is', async (args, advice) => {
    const { code, err } = await runCli(['policy', 'rule', ...args])
    expect(code).toBe(2)
    expect(err).toContain(advice)
    expect(err).not.toContain('Did you mean')
  })

  test('states an invariant without a sentence in its own words, and calls it no reading', async () => {
    const file = await writeTemporary('bare.json', JSON.stringify({ ...library, rulebook: {} }))
    const { out } = await runCli(['policy', 'rule', 'LB-05', '--policy', file])
    expect(out).toMatch(/^LB-05 {2}This would leave the library without a librarian\./)
    expect(out).not.toMatch(/reading/i)
    const list = await runCli(['policy', 'rule', '--policy', file])
    expect(list.out).toMatch(/^LB-05 +This would leave/m)
  })
})
