import { isEmailAddress } from '../../shared/email-address.ts'
import { lowerCase } from '../../shared/lower-case.ts'
import { suggestion } from '../../shared/nearest.ts'
import { typeText } from '../../shared/value-text.ts'
import type { Scalar } from '../../policy/language/condition.ts'
import type { Shape } from '../../policy/language/shape.ts'
import type { Finding } from '../problem.ts'

/** The formats of the API’s keys, ids, times and addresses. */
const forms = {
  key: (text: string) => /^[a-z][a-z0-9_-]{0,62}$/.test(text),
  id: (text: string) => /^[a-z]+_[0-9A-Za-z]+$/.test(text),
  time: (text: string) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(text),
  email: (text: string) => isEmailAddress(text) && text === lowerCase(text),
} as const

/** Whether the text has the format of a key. */
export const isKey = forms.key

const isText = (shape: Shape): boolean =>
  Array.isArray(shape) || Object.hasOwn(forms, String(shape)) || canBe(shape, 'text')

const canBe = (shape: Shape, value: Scalar): boolean => {
  if (value === null) return true
  switch (shape) {
    case 'any':
    case 'list':
      return true
    case 'map':
      return false
    case 'flag':
      return typeof value === 'boolean'
    case 'number':
      return typeof value === 'number'
    case 'text':
      return typeof value === 'string'
    case 'tick':
      return value === true
    case 'key':
    case 'id':
    case 'time':
    case 'email':
      return typeof value === 'string' && forms[shape](value)
    default:
      return typeof value === 'string' && shape.includes(value)
  }
}

const inWords = (field: string, shape: Shape, value: Scalar): string => {
  switch (shape) {
    case 'map':
      return `It is a map. Compare one of its entries: ${field}.<key>.`
    case 'flag':
      return `It is ${typeText.boolean}.`
    case 'number':
      return `It is ${typeText.number}.`
    case 'text':
      return `It is ${typeText.string}.`
    case 'tick':
      return 'It is true where the box is ticked, and null where it is not.'
    case 'key':
      return 'It is a key: a lower-case letter, then lower-case letters, digits, _ or -.'
    case 'id':
      return 'It is an id, which is given when something is made.'
    case 'time':
      return 'It is a time in UTC, such as 2026-01-05T09:00:00.000Z.'
    case 'email':
      return 'It is an e-mail address, in lower case.'
    case 'any':
    case 'list':
      return 'It can be anything.'
    default: {
      const fix = `It is one of ${shape.join(', ')}.`
      return typeof value === 'string' ? suggestion(value, shape, fix) : fix
    }
  }
}

/** The problem with a comparison that can't hold. `is` is left out if an effect takes the field's text. */
export function impossible(
  field: string,
  is: Scalar | readonly Scalar[] | undefined,
  shapes: readonly Shape[],
): Pick<Finding, 'message' | 'fix'> | undefined {
  const [shape] = shapes
  if (shape === undefined) return undefined
  if (is === undefined) {
    return shapes.some(isText)
      ? undefined
      : { message: `${field} does not hold text.`, fix: 'Take a field that holds a key.' }
  }
  const wrong = [is].flat().find((value) => !shapes.some((one) => canBe(one, value)))
  if (wrong === undefined) return undefined
  return {
    message: `${field} is never ${JSON.stringify(wrong)}.`,
    fix: inWords(field, shape, wrong),
  }
}
