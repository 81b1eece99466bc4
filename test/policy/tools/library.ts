import { readFileSync } from 'node:fs'
import { isRecord } from '../../../src/core/base/kind-of.ts'
import { checkPolicy, isPolicy } from '../../../mocks/policy-check/check-policy.ts'
import type { Policy } from '../../../mocks/policy/language/policy.ts'

const file = new URL('../../../docs/examples/own-policy/policy.json', import.meta.url)

/** The policy of the guide, read from its file, with the sentence of a rule that tests add guards for. */
export function readLibrary(): Policy {
  const policy: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (!isPolicy(policy)) throw new Error('The policy of the guide is not of the format.')
  const added = { text: 'Tests add this rule.', origin: 'documented' } as const
  return { ...policy, rulebook: { ...policy.rulebook, 'LB-06': added } }
}

/** A copy of a value with the part at a JSON pointer replaced; undefined removes it. */
export function withAt(value: unknown, pointer: string, replacement: unknown): unknown {
  const [step, ...rest] = pointer.split('/').slice(1)
  if (step === undefined) return replacement
  const key = step.replaceAll('~1', '/').replaceAll('~0', '~')
  const inner = rest.map((one) => `/${one}`).join('')
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value
    const replaced = items.map((item, index) =>
      index === Number(key) ? withAt(item, inner, replacement) : item,
    )
    return Number(key) < items.length
      ? replaced.filter((item) => item !== undefined)
      : [...items, replacement]
  }
  if (!isRecord(value)) throw new Error(`There is nothing at ${pointer}.`)
  const next = withAt(value[key], inner, replacement)
  const others = Object.entries(value).filter(([name]) => name !== key)
  return Object.fromEntries(next === undefined ? others : [...others, [key, next]])
}

/** Problems of the library with the parts at some JSON pointers replaced. */
export const problemsWith = (...replacements: readonly (readonly [string, unknown])[]) =>
  checkPolicy(
    replacements.reduce<unknown>((policy, [at, value]) => withAt(policy, at, value), readLibrary()),
  )

/** The JSON pointer of every value within a value. */
export function pointersIn(value: unknown, at = ''): readonly string[] {
  const entries: readonly (readonly [string, unknown])[] = Array.isArray(value)
    ? value.map((item: unknown, index) => [String(index), item] as const)
    : isRecord(value)
      ? Object.entries(value)
      : []
  return entries.flatMap(([key, item]) => {
    const place = `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`
    return [place, ...pointersIn(item, place)]
  })
}
