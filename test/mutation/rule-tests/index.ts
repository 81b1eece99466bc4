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

/** A test, and the file that it stands in. */
type Placed = RuleTest & { readonly name: string }

const testsOf = (files: readonly RuleFile[]): readonly Placed[] =>
  files.flatMap(({ name, tests }) => tests.map((test) => ({ name, ...test })))

/**
 * Answers with the first test that fails with a mutant. It tries the tests that killed earlier mutants, the
 * latest first: neighbours often die by the same test. Then come the files that are about the mutated part.
 */
export function createRuleTester(
  files: readonly RuleFile[],
): (mutant: Mutant) => Promise<string | undefined> {
  const killers = new Map<string, Placed>()
  return async (mutant) => {
    const nearest = testsOf(
      files.toSorted((a, b) => nearness(b, mutant) - nearness(a, mutant)),
    ).filter((test) => !killers.has(idOf(test)))
    const killer = await firstThatFails(
      [...killers.values()].toReversed().concat(nearest),
      mutant.policy,
    )
    if (!killer) return undefined
    const id = idOf(killer)
    killers.delete(id)
    killers.set(id, killer)
    return id
  }
}

/** The first test of those files that fails with that policy. */
export async function firstFailure(
  files: readonly RuleFile[],
  policy: Policy,
): Promise<string | undefined> {
  const failed = await firstThatFails(testsOf(files), policy)
  return failed && idOf(failed)
}

const idOf = ({ name, title }: Placed): string => `${name} › ${title}`

async function firstThatFails(
  tests: readonly Placed[],
  policy: Policy,
): Promise<Placed | undefined> {
  return await withPolicy(policy, async () => {
    for (const test of tests) if (await fails(test.run)) return test
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
