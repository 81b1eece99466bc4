import { describe, expect, test } from 'vitest'
import { libraryFile } from './files.ts'
import { runCli } from './run-cli.ts'

describe('rolecall policy rule', () => {
  test('prints a rule, by its id in any case', async () => {
    const { code, out, err } = await runCli(['policy', 'rule', 'ad-04'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/^AD-04 {2}admin:manage_roles/)
    for (const part of [
      'Documented:',
      'create new role',
      'Asked by roles.create',
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
})
