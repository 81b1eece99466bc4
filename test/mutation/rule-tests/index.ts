import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { BuiltInPolicy } from '../../../mocks/policies/index.ts'
import type { Policy } from '../../../mocks/policy/index.ts'
import type { Mutant } from '../mutants/index.ts'
import { prefixes } from '../policies.ts'
import { type RuleTest, takeCollected } from './collect.ts'
import { withPolicy } from './mocks.ts'

const folder = join(import.meta.dirname, '../../policy/rules')
const roles = join(import.meta.dirname, '../../policy/roles.test.ts')

/** The tests of one file. */
interface RuleFile {
  /** The rule in the file's name, such as `AD-04`. */
  rule: string
  name: string
  text: string
  tests: readonly RuleTest[]
}

/** The tests of the policy's rules, and of the roles that it lists. */
export async function readRuleTests(policy: BuiltInPolicy): Promise<readonly RuleFile[]> {
  const files: RuleFile[] = []
  const paths = readdirSync(folder).flatMap((name) =>
    name.startsWith(prefixes[policy]) ? [join(folder, name)] : [],
  )
  for (const path of [...paths, roles]) {
    await import(path)
    const name = basename(path)
    const rule = name.slice(0, 'ad-01'.length).toUpperCase()
    const tests = takeCollected().filter(({ title }) => path !== roles || title.includes(policy))
    files.push({ rule, name, text: readFileSync(path, 'utf8'), tests })
  }
  return files
}

/** How likely the file kills the mutant. */
const nearness = ({ name, rule, text }: RuleFile, mutant: Mutant): number =>
  (rule === mutant.rule || (mutant.role && name === basename(roles)) ? 10 : 0) +
  mutant.words.filter((word) => text.includes(word)).length

/** The first test that fails with that policy, in files about the mutated part first. */
export async function ruleTestAgainst(
  files: readonly RuleFile[],
  mutant: Mutant,
): Promise<string | undefined> {
  const nearest = files.toSorted((a, b) => nearness(b, mutant) - nearness(a, mutant))
  return await firstFailure(nearest, mutant.policy)
}

/** The first test of those files that fails with that policy. */
export async function firstFailure(
  files: readonly RuleFile[],
  policy: Policy,
): Promise<string | undefined> {
  const everyTest = files.flatMap(({ name, tests }) => tests.map((test) => ({ name, ...test })))
  return await withPolicy(policy, async () => {
    for (const { name, title, run } of everyTest) {
      if (await fails(run)) return `${name} › ${title}`
    }
    return undefined
  })
}

const ignore = (): void => {}

/** A failing test may leave calls behind that are rejected later. */
async function fails(run: () => Promise<void>): Promise<boolean> {
  const listeners = process.listeners('unhandledRejection')
  process.removeAllListeners('unhandledRejection').on('unhandledRejection', ignore)
  try {
    await run()
    return false
  } catch {
    await new Promise((done) => setImmediate(done))
    return true
  } finally {
    process.off('unhandledRejection', ignore)
    for (const listener of listeners) process.on('unhandledRejection', listener)
  }
}
