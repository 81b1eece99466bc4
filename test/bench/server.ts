import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createMock } from 'rolecall/mocks'
import { type Results, resultsOf } from './race.ts'
import { type Bound, figure, type Report } from './report.ts'
import { type Contender, installPeers, nodeHttp, peers, rolecall } from './servers/contenders.ts'
import { type Answered, type Asked, keyOf, type Load, loadOf } from './servers/load.ts'
import type { Server } from './servers/server.ts'

const mock = createMock()
const admin = mock.token('admin@acme.test')
const lead = mock.token('lead@acme.test')
const [, , deputy] = mock.users()

/** The requests, and their maximal cost as a multiple of node:http and of any other mock. */
interface Request extends Asked {
  readonly atMost: { readonly bare: number; readonly others: number }
}

const read = { bare: 2, others: 1 }

const list: Request = {
  method: 'GET',
  path: '/v1/users?limit=3',
  token: admin,
  status: 200,
  atMost: read,
}

/** The requests of each server, by their names in the table. */
const requests: Readonly<Record<string, Request>> = {
  'GET a list': list,
  'GET one': {
    method: 'GET',
    path: `/v1/users/${deputy?.id}`,
    token: admin,
    status: 200,
    atMost: read,
  },
  'POST, denied': {
    method: 'POST',
    path: '/v1/roles',
    token: lead,
    body: () => '{"key":"mine","permissions":["use_case:read"]}',
    status: 403,
    atMost: { bare: 4, others: 1 },
  },
  'POST, done': {
    method: 'POST',
    path: '/v1/roles',
    token: admin,
    body: (count) => `{"key":"reviewer-${count}","permissions":["use_case:read"]}`,
    status: 201,
    atMost: { bare: 10, others: 1.5 },
  },
}

const reset: Asked = {
  method: 'POST',
  path: '/__mock/reset',
  token: admin,
  body: () => '{}',
  status: 204,
}

/** Rounds that do not count: hot code is compiled only after a while. */
const warmUps = 3
const rounds = 3
/** Milliseconds of a turn. */
const turn = 1000

interface Runner {
  readonly name: string
  readonly server: Server
  readonly load: Load
}

/** The cost of a request to the process of each server that can be started. */
export async function benchmarkServer(): Promise<Report> {
  installPeers()
  const working = await mkdtemp(join(tmpdir(), 'rolecall-bench-'))
  const runners: Runner[] = []
  const notRun: string[] = []
  const enter = async ({ name, start }: Contender): Promise<void> => {
    try {
      const server = await start()
      runners.push({ name, server, load: loadOf(server) })
    } catch (error) {
      notRun.push(`${name} was not run: ${error instanceof Error ? error.message : error}.`)
    }
  }
  try {
    await enter(rolecall)
    const answers = await answersOf(runners)
    await enter(nodeHttp(answers))
    const { data } = JSON.parse(answers.get(keyOf(list))?.body ?? '{}')
    for (const peer of peers(working, { users: data, roles: [] })) await enter(peer)

    return await reportOf(runners, await measure(runners), notRun)
  } finally {
    for (const { load, server } of runners) {
      await load.close()
      await server.close()
    }
    await rm(working, { recursive: true })
  }
}

/** Our answers, for the yardstick to repeat. */
async function answersOf([ours]: readonly Runner[]): Promise<ReadonlyMap<string, Answered>> {
  const answers = new Map<string, Answered>()
  for (const asked of ours ? Object.values(requests) : []) {
    const answer = await ours?.load.ask(asked)
    if (answer) answers.set(keyOf(asked), answer)
  }
  return answers
}

/** The requests that each server answers correctly. */
async function ableTo(asked: Asked, runners: readonly Runner[]): Promise<readonly Runner[]> {
  const able: Runner[] = []
  for (const runner of runners) {
    const { status } = await runner.load.ask(asked)
    if (status === asked.status) able.push(runner)
  }
  return able
}

/** Milliseconds of processor per request, by request and server. */
async function measure(runners: readonly Runner[]): Promise<ReadonlyMap<string, Results>> {
  const kinds: {
    readonly kind: string
    readonly asked: Asked
    readonly able: readonly Runner[]
  }[] = []
  for (const [kind, asked] of Object.entries(requests)) {
    kinds.push({ kind, asked, able: await ableTo(asked, runners) })
  }
  const taken = new Map(kinds.map(({ kind }) => [kind, new Map<string, number[]>()]))
  for (let round = -warmUps; round < rounds; round += 1) {
    for (const { kind, asked, able } of kinds) {
      for (const { name, load } of able) {
        // Our log would grow from round to round.
        await load.ask(reset)
        const each = await load.askFor(asked, turn)
        const times = taken.get(kind)
        if (round >= 0) times?.set(name, [...(times.get(name) ?? []), each])
      }
    }
  }
  return new Map([...taken].map(([kind, times]) => [kind, resultsOf(times)]))
}

const ours = rolecall.name
const yardstick = 'node:http'
const source = 'CONTRIBUTING.md'

async function reportOf(
  runners: readonly Runner[],
  results: ReadonlyMap<string, Results>,
  notRun: readonly string[],
): Promise<Report> {
  const rows: string[][] = []
  for (const { name, server } of runners) {
    const cells = [...results.values()].flatMap((one) => {
      const each = one.milliseconds(name)
      return Number.isNaN(each)
        ? ['', '']
        : [figure(each * 1000), `${figure(one.ratio(name, yardstick))} x`]
    })
    rows.push([name, ...cells, figure((await server.usage()).memory / 1e6)])
  }
  const bounds = [...results].flatMap(([kind, one]): Bound[] => {
    const { bare, others } = requests[kind]?.atMost ?? read
    const ratios = runners
      .filter(({ name }) => name !== ours && name !== yardstick)
      .map(({ name }) => one.ratio(ours, name))
      .filter((ratio) => !Number.isNaN(ratio))
    const toPeers = {
      figure: `${ours} / the fastest other mock, ${kind}`,
      is: Math.max(...ratios),
      atMost: others,
      source,
    }
    return [
      {
        figure: `${ours} / ${yardstick}, ${kind}`,
        is: one.ratio(ours, yardstick),
        atMost: bare,
        source,
      },
      ...(ratios.length > 0 ? [toPeers] : []),
    ]
  })
  return {
    title:
      'Over HTTP: microseconds of processor that a request takes the server, also as a multiple of node:http alone; MB',
    rows: [['', ...[...results.keys()].flatMap((kind) => [kind, '']), 'memory'], ...rows],
    notes: [
      `16 connections, the median of ${rounds} rounds in turns. node:http sends the bytes that rolecall sends.`,
      'No other one denies by a policy: an empty cell is for what it does not answer so.',
      ...notRun,
    ],
    bounds,
  }
}
