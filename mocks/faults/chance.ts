import { hash128 } from '../state/hash.ts'
import type { LatencyDistribution } from './plan.ts'

/** A number from 0 to 1, without 1, that follows from the text alone. */
const numberOf = (text: string): number => hash128(text)[0] / 2 ** 32

/** The chances of one call under one rule. The same seed gives the same ones, on every machine. */
export const chanceOf = (seed: string, rule: number, call: number) => (what: string) =>
  numberOf(`${seed}/fault/${rule}/${call}/${what}`)

export type Chance = ReturnType<typeof chanceOf>

/** The longest latency, in milliseconds: an hour. */
export const longest = 3_600_000

/** The standard deviations above the mean that one of a hundred values exceeds. */
const deviationsAt99 = 2.326_347_874_040_841

/** A latency, in whole milliseconds: engines may differ in the last digits of logarithms. */
export function latencyOf(latency: number | LatencyDistribution, chance: Chance): number {
  if (typeof latency === 'number') return Math.round(latency)
  const { median, p99 } = latency
  if (median === p99) return Math.round(median)
  const deviation = Math.log(p99 / median) / deviationsAt99
  const normal =
    Math.sqrt(-2 * Math.log(1 - chance('latency'))) * Math.cos(2 * Math.PI * chance('angle'))
  return Math.min(longest, Math.round(median * Math.exp(deviation * normal)))
}
