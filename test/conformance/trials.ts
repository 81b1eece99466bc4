import { createMock } from '../../mocks/index.ts'
import { witness } from './people.ts'
import type { Platform } from './platform.ts'
import type { Naming, Situation } from './situation.ts'
import type { Cell, Row } from './table.ts'
import type { Trial } from './trial.ts'

const isSeveral = <T>(one: T | readonly T[]): one is readonly T[] => Array.isArray(one)

const several = <T>(one: T | readonly T[]): readonly T[] => (isSeveral(one) ? one : [one])

const found = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new Error(`${what} is missing: add it.`)
  return value
}

const situationsOf = ({ columns, policy }: Platform, { table, column, row }: Cell) => {
  const setUp = found(columns[table]?.[column], `${policy.name}/columns.ts: ${table} / ${column}`)
  return several(setUp(row))
}

const askOf = ({ calls, policy }: Platform, table: string, { text, via }: Row) => {
  const own = calls.rows[table]?.[text]
  const usual = via === undefined ? undefined : calls.via[via]
  return found(own ?? usual, `${policy.name}/calls.ts: ${table} / ${text}, or via ${via}`)
}

/** Ids come from the seed and the order of creation, so that every fresh platform has the same. */
const namesIn = async (trial: Pick<Trial, 'fresh'>, situation: Situation): Promise<Naming> => {
  const { data } = await trial.fresh().client({ as: witness }).artifacts.list({ limit: 200 })
  const ids = new Map(data.map(({ name, id }) => [name, id]))
  return { situation, artifact: (name) => found(ids.get(name), `artifact ${name} of the scenario`) }
}

/** Everything that a cell asks: each of its calls, in each of its situations. */
export async function trialsOf(platform: Platform, cell: Cell): Promise<readonly Trial[]> {
  const { policy } = platform
  const ask = askOf(platform, cell.table, cell.row)
  const trials = situationsOf(platform, cell).map(async (situation) => {
    const scenario = platform.scenario(situation)
    const fresh = () => createMock({ policy, scenario })
    const questions = several(ask(await namesIn({ fresh }, situation)))
    return questions.map((question) => ({
      policy,
      scenario,
      question,
      action: question.action ?? cell.row.action,
      fresh,
    }))
  })
  return (await Promise.all(trials)).flat()
}
