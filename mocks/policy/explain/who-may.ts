import { withArticle } from './article.ts'
import { personMeeting } from './leaf-text.ts'
import { propertyText } from './property.ts'
import { placeText, scopeText } from './scope.ts'
import { contextOfDemand, type Demand } from '../decide/decide.ts'
import { evaluate } from '../evaluate/evaluate.ts'
import type { EvaluationContext } from '../evaluate/context.ts'
import type { Leaf, Requirement } from '../language/requirement.ts'
import { mayDiscloseRole } from '../sight/disclosure.ts'
import { type Givers, giversOf } from './givers.ts'
import { holdersOf } from './holders.ts'
import { orSeries } from '../../shared/series.ts'
import { operationsOn } from '../../generated/contract.ts'
import type { PolicyContext } from '../world/policy-context.ts'
import type { Reader } from '../world/reader.ts'
import type { RoleRecord, UserRecord } from '../language/records.ts'

/** A denied demand, with its reader. */
interface Denied extends PolicyContext {
  readonly actor: UserRecord
  readonly reader: Reader
  readonly demand: Demand
}

const contextOf = ({ judge, world, actor, demand }: Denied): EvaluationContext =>
  contextOfDemand({ judge, world }, actor, demand)

/** What gives the leaf's permission, without roles of which the reader may not learn. */
const giversIn = ({ judge, world, reader, demand }: Denied, leaf: Leaf): Givers => {
  const givers = giversOf(judge.policy, world, leaf, demand.resources)
  return { ...givers, roles: givers.roles.filter((role) => mayDiscloseRole(reader, role)) }
}

/** Whether no call can make anybody meet the requirement who does not: its roles are nobody's to give. */
export const isHopeless = (denied: Denied, tree: Requirement): boolean => {
  if ('all' in tree)
    return tree.all.some((part) => isUnmet(denied, part) && isHopeless(denied, part))
  if ('any' in tree) return tree.any.every((part) => isHopeless(denied, part))
  if (personMeeting(denied.judge.policy, tree) !== undefined || 'property' in tree) return true
  if (!('permission' in tree)) return false
  const { policy } = denied.judge
  const isRight = Object.values(policy.rights ?? {}).includes(tree.permission)
  return !isRight && giversIn(denied, tree).roles.every((role) => !role.assignable)
}

const isUnmet = (denied: Denied, part: Requirement): boolean =>
  evaluate(contextOf(denied), part) !== 'yes'

/** Leaves of which everybody meets one whom the requirement admits; those that nobody can mend come first. */
const decisiveLeaves = (denied: Denied, tree: Requirement): readonly Leaf[] => {
  if ('any' in tree) return tree.any.flatMap((part) => decisiveLeaves(denied, part))
  if (!('all' in tree)) return [tree]
  const unmet = tree.all.filter((part) => isUnmet(denied, part))
  const part = unmet.find((one) => isHopeless(denied, one)) ?? unmet[0] ?? tree.all[0]
  return part ? decisiveLeaves(denied, part) : []
}

/** The most roles in a sentence. */
const most = 4

/** The holders of the roles, as nouns, with the place after the last. */
const holdersIn = (place: string, roles: readonly RoleRecord[]): readonly string[] => {
  // Nobody can become a holder of a role that nobody can give.
  const names = [
    ...new Set(
      roles.map((role) => (role.assignable ? withArticle(role.name) : `the ${role.name}`)),
    ),
  ]
  const more = names.length - most
  const told = more > 0 ? [...names.slice(0, most - 1), 'somebody with another role'] : names
  return told.map((name, at) => (at === told.length - 1 ? `${name}${place}` : name))
}

/** The people who meet the leaf, as nouns: `a Team Owner`, `the invited person`. */
const nounsOf = (denied: Denied, leaf: Leaf): readonly string[] => {
  const { judge, reader, demand } = denied
  const { policy } = judge
  const about = { resources: demand.resources, reader }
  const person = personMeeting(policy, leaf)
  if (person !== undefined) return [person]
  if ('property' in leaf) return leaf.property.startsWith('subject.') ? [propertyText(leaf)] : []
  if ('member' in leaf) return [`somebody with a place in ${scopeText(policy, leaf.member, about)}`]
  if ('covers' in leaf) {
    return [`somebody who has all that it hands out ${placeText(policy, leaf.in, about)}`]
  }
  if (!('permission' in leaf)) return []
  const { roles, owner, creator } = giversIn(denied, leaf)
  const ofAll = roles.filter(({ scope }) => scope === 'organization')
  const here = roles.filter(({ scope }) => scope !== 'organization')
  return [
    ...(owner ? ['its owner'] : []),
    ...(creator ? ['its creator'] : []),
    ...holdersIn(here.length > 0 ? ' of the organization' : '', ofAll),
    ...holdersIn(` ${placeText(policy, leaf.in, about)}`, here),
  ]
}

/** How the roles are passed on, if nobody can give them. */
const passingOn = ({ judge }: Denied, roles: readonly RoleRecord[]): string => {
  const isTransferred = roles.every(({ key, scope }) =>
    judge.policy.roles.some(
      (role) =>
        role.key === key && role.scope === scope && role.unassignable?.code === 'transfer_required',
    ),
  )
  const { transfer } = operationsOn.organization
  if (isTransferred && Object.hasOwn(judge.policy.changes, transfer)) {
    return `; ${transfer} passes that role on`
  }
  return `, and nobody can give ${roles.length === 1 ? 'that role' : 'those roles'}`
}

/**
 * Says who may do what is denied and what no change helps with: `Only a Team Owner may do it, and nobody
 * can give that role. Ask admin@acme.test.` Names the people whom the reader sees, at most three.
 * Undefined if the requirement is met by nobody in particular.
 */
export const whoMayText = (denied: Denied): string | undefined => {
  const leaves = decisiveLeaves(denied, denied.demand.rule.require)
  const nouns = [...new Set(leaves.flatMap((leaf) => nounsOf(denied, leaf)))]
  if (nouns.length === 0) return undefined
  const roles = leaves.flatMap((leaf) => giversIn(denied, leaf).roles)
  const areUnassignable = roles.length > 0 && roles.every(({ assignable }) => !assignable)
  const why = areUnassignable && leaves.length === 1 ? passingOn(denied, roles) : ''
  const people = holdersOf(
    contextOf(denied),
    denied.reader,
    leaves.map((leaf) => ({ leaf, givers: giversIn(denied, leaf) })),
  )
  const isReader = people.includes(denied.reader.user.email)
  const ask = isReader
    ? ' You may do it yourself.'
    : people.length > 0
      ? ` Ask ${orSeries(people)}.`
      : ''
  return `Only ${orSeries(nouns)} may do it${why}.${ask}`
}
