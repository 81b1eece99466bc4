import { didYouMean } from '../../shared/nearest.ts'
import { fieldsInText } from '../../policy/call/facts.ts'
import type { Policy } from '../../policy/language/policy.ts'
import type { Shape } from '../../policy/language/shape.ts'
import type { Finding } from '../problem.ts'
import { type Filled, filledIn, type Read, readIn, toldAsWritten } from './compared.ts'
import { impossible } from './impossible.ts'
import { fieldsBoundIn, lookUp, type Unbound, whyUnbound } from './look-up.ts'
import { comparedShapes } from './shapes-of-names.ts'
import type { Spots } from './spot.ts'

/** Finds fields that are not bound in their place, and comparisons that can't hold: a guard with one refuses nothing. */
export const fieldProblems = (policy: Policy): readonly Finding[] => [
  ...readIn(policy).flatMap((read) => problemsOfRead(policy, read)),
  ...filledIn(policy).flatMap(problemsOfText),
  ...toldAsWritten(policy).flatMap(({ at, text, of }) =>
    fieldsInText(text)
      .filter((field) => field.includes('.'))
      .map((field): Finding => ({
        code: 'unbound_field',
        pointer: at,
        message: `{${field}} is shown as written: no field is filled into the text of ${of}.`,
        fix: 'Write it without braces. Only the texts of guards and invariants are filled.',
      })),
  ),
]

/** The shapes of the field in the spots that bind it, or a finding if it is not bound. */
function shapesOf({ at, field, spots }: Omit<Read, 'is'>): readonly Shape[] | Finding {
  const missing = whyUnbound(spots, field)
  if (missing) return unbound(at, field, missing, spots)
  return spots.flat().flatMap((spot) => {
    const found = lookUp(spot, field)
    return 'shape' in found ? [found.shape] : []
  })
}

function problemsOfRead(policy: Policy, read: Read): readonly Finding[] {
  const { at, field, is, spots } = read
  const missing = whyUnbound(spots, field)
  if (missing) return [unbound(at, field, missing, spots)]
  const shapes = spots.flat().flatMap((spot) => comparedShapes(policy, spot, field))
  const problem = impossible(field, is, shapes)
  return problem ? [{ code: 'impossible_value', pointer: at, ...problem }] : []
}

/** Text in braces, closed or not. */
const inBraces = /\{[^{}]*\}?/g

function problemsOfText({ at, text, spots }: Filled): readonly Finding[] {
  const fields = fieldsInText(text)
  const unbounds = [...new Set(fields)].flatMap((field) => {
    const shapes = shapesOf({ at, field, spots })
    if ('code' in shapes) return [shapes]
    return shapes.includes('map') ? [mapInText(at, field)] : []
  })
  const misspelt = (text.match(inBraces) ?? []).filter((part) => fieldsInText(part).length === 0)
  return [
    ...unbounds,
    ...misspelt.map((part): Finding => ({
      code: 'unbound_field',
      pointer: at,
      message: `${part} is not a field, so it would be shown as written.`,
      fix: `Write a field in braces, without spaces. ${bound(spots)}`,
    })),
  ]
}

const mapInText = (at: string, field: string): Finding => ({
  code: 'unbound_field',
  pointer: at,
  message: `${field} is a map, which a text can’t show.`,
  fix: `Name one of its entries: {${field}.<key>}.`,
})

const unbound = (
  at: string,
  field: string,
  { spot: { where }, why }: Unbound,
  spots: Spots,
): Finding => {
  return {
    code: 'unbound_field',
    pointer: at,
    message: `"${field}" is not bound in ${where}: ${why}.`,
    fix: `${didYouMean(field, fieldsBoundIn(spots), 1)} ${bound(spots)}`.trimStart(),
  }
}

/** The fields that are bound there, abbreviated. */
const bound = (spots: Spots): string => {
  const fields = fieldsBoundIn(spots)
  const [shown, stated] = [
    fields.filter((field) => !field.startsWith('input.')),
    fields.filter((field) => field.startsWith('input.')),
  ]
  const roots = new Set(
    shown.map((field) => (field.includes('.') ? `${field.split('.', 1)[0]}.*` : field)),
  )
  return `These are bound: ${[...roots, ...stated].join(', ')}.`
}
