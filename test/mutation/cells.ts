import { configure } from '../../mocks/mock/configure.ts'
import { attempt } from '../../mocks/pipeline/perform.ts'
import { Log } from '../../mocks/log/log.ts'
import type { Platform as Running } from '../../mocks/platform/platform.ts'
import { isOperation } from '../../mocks/policy/world/operations.ts'
import { compile, type CompiledPolicy, resourceOf } from '../../mocks/policy/index.ts'
import type { RoleDefinition } from '../../mocks/policy/language/policy.ts'
import { populate } from '../../mocks/mock/start.ts'
import { type OperationId, operations } from '../../src/generated/operations.ts'
import { actor } from '../conformance/people.ts'
import type { Platform } from '../conformance/platform.ts'
import { agrees } from '../conformance/report.ts'
import { callOf } from '../conformance/situation.ts'
import { type Cell, cellsOf, isByRule, readTables } from '../conformance/table.ts'
import type { Reply, Trial } from '../conformance/trial.ts'
import type { Mutant } from './mutants/index.ts'

/** A cell of the tables, asked of any policy: whether the answer differs from the cell's. */
export interface Proof {
  name: string
  /** Its subject, for a search of words. */
  text: string
  /** Whether the cell, as written or inverted, contradicts the policy's answer. */
  objects(compiled: CompiledPolicy, role?: RoleDefinition, turned?: boolean): boolean
}

/** What runs in a trial's situation: built once for all trials in it. */
const running = ({ policy, scenario }: Trial): Running => {
  const configuration = configure({ policy, scenario })
  const compiled = compile(policy)
  const { store, world } = populate(configuration, compiled)
  const { seed, explanations } = configuration
  const { personas } = scenario
  return {
    store,
    world,
    compiled,
    log: new Log(seed),
    personas,
    explanations,
  }
}

/** The role goes into the world: its holders stay. */
const put = ({ store, world }: Running, role: RoleDefinition): void => {
  const { key, scope, category, permissions, grants, afterRevocation, assignable = true } = role
  for (const record of [...world.roles()]) {
    if (record.key !== key || record.scope !== scope || record.category !== category) continue
    if (permissions === '*') throw new Error(`Role ${key} is mutated: list its permissions.`)
    store.tables.roles.put({
      ...record,
      permissions,
      assignable,
      ...(grants && { grants }),
      ...(afterRevocation && { afterRevocation }),
    })
  }
}

const never = (): boolean => false

/** The arguments with the query that a client sends without one. */
const whole = (operation: OperationId, args: readonly unknown[]): readonly unknown[] => {
  const { parameters, input } = operations[operation]
  return input === 'query' && args.length === parameters.length ? [...args, {}] : args
}

/** The outcome of the whole call; none of its changes are kept. */
const replyToCall = (platform: Running, { question }: Trial): Reply | undefined => {
  const call = callOf(question)
  if (!call) return undefined
  const person = platform.world.user(actor)
  if (!person || !isOperation(call.operation)) throw new Error(`Nobody can ask ${call.operation}.`)
  const request = {
    actor: person,
    operation: call.operation,
    args: whole(call.operation, call.args),
  }
  const result = platform.store.transaction(() => attempt(platform, request), never)
  return result.ok ? { outcome: 'yes' } : { outcome: 'no', status: result.status }
}

/** The rules' answer about the action, without the arguments of a call. */
const replyToAction = ({ compiled, world }: Running, { question, action }: Trial): Reply => {
  const thing = resourceOf(world, question.about.type, question.about.id)
  const person = world.user(actor)
  if (!thing || !person) throw new Error(`The scenario has no ${question.about.id}.`)
  return { outcome: compiled.outcome(world, { actor: person, action, resources: thing.resources }) }
}

const isAtOdds = (cell: Cell, platform: Running, trial: Trial): boolean => {
  const toCall = replyToCall(platform, trial)
  if (toCall && !agrees(cell, toCall)) return true
  if (!isByRule(cell)) return false
  const { outcome } = replyToAction(platform, trial)
  if (outcome === 'depends' && isOperation(trial.action)) return false
  return !agrees(cell, { outcome })
}

/** Every cell of the platform's tables, ready for any policy. */
export function proofsOf(platform: Platform): readonly Proof[] {
  const worlds = new Map<string, Running>()
  const runningIn = (trial: Trial): Running => {
    const key = JSON.stringify(trial.scenario)
    const known = worlds.get(key) ?? running(trial)
    worlds.set(key, known)
    return known
  }
  return cellsOf(readTables(platform.policy.name)).map((cell) => {
    const trials = platform.trialsOf(cell).map((trial) => ({ trial, world: runningIn(trial) }))
    const { table, row, column } = cell
    return {
      name: `${table} › ${row.text} › ${column}`,
      text: JSON.stringify([
        row.action,
        row.via,
        row.note,
        column,
        trials.map(({ trial }) => trial.question),
      ]),
      objects: (compiled, role, turned = false) =>
        trials.some(({ trial, world }) =>
          world.store.transaction(() => {
            if (role) put(world, role)
            const asked = turned ? { ...cell, allowed: !cell.allowed } : cell
            return isAtOdds(asked, { ...world, compiled }, trial)
          }, never),
        ),
    }
  })
}

/** The first cell that contradicts the mutant, those about its words first. */
export function cellAgainst(proofs: readonly Proof[], mutant: Mutant): string | undefined {
  const compiled = compile(mutant.policy)
  const isAbout = ({ text }: Proof): boolean => mutant.words.some((word) => text.includes(word))
  const { about = [], others = [] } = Object.groupBy(proofs, (proof) =>
    isAbout(proof) ? 'about' : 'others',
  )
  return [...about, ...others].find(({ objects }) => objects(compiled, mutant.role))?.name
}
