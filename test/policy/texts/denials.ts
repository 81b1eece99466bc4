import type { Stage } from '../../properties/support/stage.ts'
import { type Collected, lapsedRefusals, refusalsOn } from './collect.ts'
import type { Part, Reviewed } from './reviewed.ts'
import { shapesOn } from './shape.ts'

/** A text of a denial. */
export interface Told {
  readonly part: Part
  readonly text: string
}

/** The texts of a denial; none of another refusal. */
export function textsOf({ decision }: Collected): readonly Told[] {
  if (!decision) return []
  const { text, final, alternatives } = decision
  return [
    { part: 'text', text },
    ...(final === undefined ? [] : [{ part: 'final', text: final } as const]),
    ...alternatives
      .flatMap((one) => one.missing)
      .flatMap((one): Told[] => [
        { part: 'missing', text: one.text },
        { part: 'have', text: one.haveText },
      ]),
  ]
}

/** Denials on the stage, of every kind: some thousand. */
export function* denialsOn(stage: Stage): Iterable<Collected> {
  for (const refusals of [refusalsOn(stage, { most: 1 }), lapsedRefusals(stage, { most: 1 })]) {
    for (const collected of refusals) if (collected.decision) yield collected
  }
}

/** The shapes of the texts of the denials on a policy's stages. */
export function shapesOf(stages: readonly Stage[]): Reviewed {
  const found: Record<Part, Record<string, string>> = { text: {}, final: {}, missing: {}, have: {} }
  for (const stage of stages) {
    const shapeOf = shapesOn(stage)
    for (const collected of denialsOn(stage)) {
      for (const { part, text } of textsOf(collected)) found[part][shapeOf(text)] ??= text
    }
  }
  return found
}
