import { resourceNames, type Resources } from '../world/resources.ts'
import { memo } from '../../shared/memo.ts'
import { type Names, namesOf } from './names.ts'
import type { Policy, Rule } from '../language/policy.ts'
import { type Leaf, leavesOf, type Requirement } from '../language/requirement.ts'
import { isForNobody, ruleOf } from '../language/rules.ts'
import { resourcesNeeded } from './resources-needed.ts'

/** A rule as it is asked in one place: without alternatives that are about what nothing there names. */
export interface AskedRule extends Rule {
  /** Why nobody can meet it, where that is for want of a name. */
  readonly unnamed?: Unnamed
}

/** A rule about something that nothing names. */
export interface Unnamed {
  /** What it requires, as the policy has it. */
  readonly require: Requirement
  readonly resource: keyof Resources
}

/** What the rule requires in words: as the policy has it, where nobody can meet it. */
export const requiredBy = ({ require, unnamed }: Pick<AskedRule, 'require' | 'unnamed'>) =>
  unnamed?.require ?? require

/** What the leaf speaks of and nothing names. What covers is met without a place, where nothing is handed out. */
const unnamedIn = (leaf: Leaf, names: Names): keyof Resources | undefined =>
  'covers' in leaf
    ? undefined
    : resourcesNeeded(leaf).find((needed) => !needed.some((name) => names.has(name)))?.[0]

const nobody: Requirement = { any: [] }

const withoutUnnamed = (tree: Requirement, names: Names): Requirement => {
  if ('all' in tree) {
    const all = tree.all.map((part) => withoutUnnamed(part, names))
    return all.find(isForNobody) ?? { all }
  }
  if ('any' in tree) {
    const any = tree.any.map((part) => withoutUnnamed(part, names))
    return { any: any.filter((part) => !isForNobody(part)) }
  }
  return unnamedIn(tree, names) === undefined ? tree : nobody
}

const makeAsked = (rule: Rule, names: Names): AskedRule => {
  const [resource] = leavesOf(rule.require).flatMap((leaf) => unnamedIn(leaf, names) ?? [])
  if (resource === undefined) return rule
  const require = withoutUnnamed(rule.require, names)
  return isForNobody(require)
    ? { ...rule, require, unnamed: { require: rule.require, resource } }
    : { ...rule, require }
}

const made = new WeakMap<Rule, Map<Names, AskedRule>>()

/** The rule as it is asked where just that can be named; the same one each time. */
export const askedRule = (rule: Rule, names: Names): AskedRule => {
  const known = made.get(rule) ?? new Map<Names, AskedRule>()
  made.set(rule, known)
  const asked = known.get(names) ?? makeAsked(rule, names)
  known.set(names, asked)
  return asked
}

const together = memo((names: string): Names => {
  const both = new Set(names.split(','))
  return new Set(resourceNames.filter((name) => both.has(name)))
})

/** The rule of an action that is asked by itself: of the resources, or of those that its calls name. */
export const askedRuleOf = (
  policy: Policy,
  action: string,
  resources: Resources,
): AskedRule | undefined => {
  const rule = ruleOf(policy, action)
  const names = rule && namesOf(policy, action)
  if (!names) return rule
  const asked = askedRule(rule, names)
  if (asked === rule) return rule
  const named = resourceNames.filter((name) => names.has(name) || resources[name] !== undefined)
  return askedRule(rule, together(named.join()))
}
