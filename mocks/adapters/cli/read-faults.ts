import type { FaultPlan } from '../../faults/plan.ts'
import { parseFaults } from '../../mock/parse.ts'
import { quoted } from '../../shared/quoted.ts'
import type { Given } from './command.ts'
import { readJson } from './read-json.ts'
import { UsageError } from './usage-error.ts'

/** Reads the plan of faults, with the latency of every answer added to it; undefined if there is neither. */
export async function readFaults(given: Given): Promise<FaultPlan | undefined> {
  const file = given.get('faults')
  const text = given.get('latency')
  // Last, so that the rules of the file keep their numbers, and with them their chances.
  const slow = text === undefined ? [] : [{ latency: readLatency(text) }]
  if (file === undefined) return slow.length === 0 ? undefined : { rules: slow }
  const plan = parseFaults(await readJson(file), file)
  return { ...plan, rules: [...plan.rules, ...slow] }
}

/** The longest latency, in milliseconds: an hour. */
const longest = 3_600_000

function readLatency(text: string): number {
  if (/^\d{1,7}$/.test(text) && Number(text) <= longest) return Number(text)
  throw new UsageError(
    `--latency must be milliseconds from 0 to ${longest}, such as 300, not ${quoted(text)}.`,
  )
}
