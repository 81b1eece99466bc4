import fc from 'fast-check'
import { adaptive } from '../../mocks/policies/index.ts'
import type { Case } from '../differential/agree.ts'
import { cases } from '../differential/adaptive/questions.ts'
import { platform } from '../differential/platform.ts'
import { implementations, ours } from './implementations.ts'
import { type Contender, race } from './race.ts'
import { figure, type Report } from './report.ts'

/** The most balanced of a hundred random worlds: as many questions allowed as denied. */
function mixedCase(): Case {
  const [best] = fc
    .sample(cases.worlds, { seed: 1, numRuns: 100 })
    .map((one) => {
      const allowed = one.questions.filter(platform(adaptive, one.scenario)).length
      return { one, uneven: Math.abs(one.questions.length - 2 * allowed) }
    })
    .toSorted((a, b) => a.uneven - b.uneven)
  if (best === undefined) throw new Error('There is no world to ask about')
  return best.one
}

/** Decisions and explanations a second, for the same questions about one world. */
export async function benchmarkPolicy(): Promise<Report> {
  const { scenario, questions } = mixedCase()
  const entries = Object.entries(implementations).map(([name, implement]) => ({
    name,
    ready: questions.map(implement(scenario)),
  }))
  // Questions denied by the rules alone, for all to explain.
  const isDenied = entries[0]?.ready.map((one) => !one.decide()) ?? []
  const denials = entries.map(({ name, ready }) => ({
    name,
    explain: ready.flatMap(({ explain }, index) => (isDenied[index] && explain) || []),
  }))
  const denied = isDenied.filter(Boolean).length

  const decisions = await race(
    entries.map(({ name, ready }) => ({ name, run: all(ready.map(({ decide }) => decide)) })),
    { times: questions.length },
  )
  const explanations = await race(
    denials.flatMap(({ name, explain }): Contender | [] =>
      explain.length > 0 ? { name, run: all(explain) } : [],
    ),
    { times: denied },
  )
  const decided = (name: string): number => 1000 / decisions.milliseconds(name)
  const explained = (name: string): number => 1000 / explanations.milliseconds(name)

  return {
    title: `The same ${questions.length} questions about one world, of which ${denied} are denied: answers a second`,
    rows: [
      ['', 'decisions', 'explained denials'],
      ...denials.map(({ name, explain }) => [
        name,
        figure(decided(name)),
        explain.length > 0 ? figure(explained(name)) : '',
      ]),
    ],
    notes: [
      'Whole calls: from the arguments on, with what is visible and what the current state forbids.',
      'rolecall explains by rule, reason, what is missing and each smallest remedy, as calls;',
      'CASL by the rule that forbids it, if there is one; Cedar by the ids of such policies.',
    ],
    bounds: [
      {
        figure: 'a decision, rolecall / CASL',
        is: decisions.ratio(ours, 'CASL'),
        atMost: 1,
        source: 'CONTRIBUTING.md',
      },
      {
        figure: 'an explained denial, rolecall / CASL',
        is: explanations.ratio(ours, 'CASL'),
        atMost: 15,
        source: 'CONTRIBUTING.md',
      },
    ],
  }
}

/** One run of all of them, one after the other. */
function all(runs: readonly (() => unknown)[]): () => void {
  return () => {
    for (const run of runs) run()
  }
}
