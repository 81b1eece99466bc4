import type { World } from '../../mocks/policy/index.ts'
import type { Definition } from './platform.ts'
import type { Naming } from './situation.ts'
import type { Cell, Row } from './table.ts'
import type { Trial } from './trial.ts'
import { playOf } from './play.ts'

const isSeveral = <T>(one: T | readonly T[]): one is readonly T[] => Array.isArray(one)

const several = <T>(one: T | readonly T[]): readonly T[] => (isSeveral(one) ? one : [one])

const found = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new Error(`${what} is missing: add it.`)
  return value
}

const situationsOf = <Situation>(
  { columns, policy }: Definition<Situation>,
  { table, column, row }: Cell,
) => {
  const setUp = found(columns[table]?.[column], `${policy.name}/columns.ts: ${table} / ${column}`)
  return several(setUp(row))
}

const askOf = <Situation>(
  { calls, policy }: Definition<Situation>,
  table: string,
  { text, via }: Row,
) => {
  const own = calls.rows[table]?.[text]
  const usual = via === undefined ? undefined : calls.via[via]
  return found(own ?? usual, `${policy.name}/calls.ts: ${table} / ${text}, or via ${via}`)
}

/** Ids come from the seed and the order of creation, so that every fresh platform has the same. */
const namesIn = <Situation>(world: World, situation: Situation): Naming<Situation> => {
  const artifacts = new Map([...world.artifacts()].map(({ name, id }) => [name, id]))
  const invitations = new Map([...world.invitations()].map(({ email, id }) => [email, id]))
  const tokens = new Map([...world.tokens()].map(({ name, id }) => [name, id]))
  return {
    situation,
    artifact: (name) => found(artifacts.get(name), `artifact ${name} of the scenario`),
    invitation: (email) => found(invitations.get(email), `invitation of ${email}`),
    member: (project, user) => {
      const id = world.user(user)?.id
      const entry = [...world.membersOf(project)].find(({ subject }) => subject.id === id)
      return found(entry?.id, `entry of ${user} on ${project}`)
    },
    token: (name) => found(tokens.get(name), `token ${name}`),
  }
}

/** All questions of a cell: each of its calls, in each of its situations. */
export const trialsOf = <Situation>(
  definition: Definition<Situation>,
  cell: Cell,
): readonly Trial[] => {
  const { policy } = definition
  const ask = askOf(definition, cell.table, cell.row)
  return situationsOf(definition, cell).flatMap((situation) => {
    const scenario = definition.scenario(situation)
    const play = playOf(policy, scenario)
    const names = namesIn(play.world(), situation)
    return several(ask(names)).map((question) => ({
      policy,
      scenario,
      question,
      action: question.action ?? cell.row.action,
      ...play,
    }))
  })
}
