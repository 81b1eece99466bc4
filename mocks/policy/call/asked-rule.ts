import { resourceNames, type Resources } from '../world/resources.ts'
import { memo } from '../../shared/memo.ts'
import { type Names, namesOf } from './names.ts'
import type { Policy, Rule } from '../language/policy.ts'
import { type Leaf, leavesOf, type Requirement } from '../language/requirement.ts'
import { isForNobody, ruleOf } from '../language/rules.ts'
import { resourcesNeeded } from './resources-needed.ts'

/** A rule as asked in one place: without the alternatives that need a resource nothing there can name. */
export interface AskedRule extends Rule {
  /** For a rule that nobody can meet there: the resource that nothing names. */
  readonly unnamed?: Unnamed
}

/** A requirement that needs a resource which nothing names. */
export interface Unnamed {
  /** As the policy states it. */
  readonly require: Requirement
  readonly resource: keyof Resources
}

/** The requirement to tell: as the policy states it, if nobody can meet it here. */
export const requiredBy = ({ require, unnamed }: Pick<AskedRule, 'require' | 'unnamed'>) =>
  unnamed?.require ?? require

/** The resource that the leaf needs and nothing names. `covers` needs none: it is met if nothing is handed out. */
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

/** The rule as asked where only `names` can be named. Returns the same object each time. */
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

/** The rule of an action asked without a call: about the resources, or about those that its calls can name. */
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
