import { lowerCase } from '../../lower-case.ts'
import { nearest } from '../../nearest.ts'
import type { Scalar } from '../../policy/condition.ts'
import type { Shape } from '../../policy/shape.ts'
import type { Finding } from '../problem.ts'

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
    case 'email':
      return typeof value === 'string' && value === lowerCase(value)
    default:
      return typeof value === 'string' && shape.includes(value)
  }
}

const inWords = (field: string, shape: Shape, value: Scalar): string => {
  switch (shape) {
    case 'map':
      return `It is a map. Compare one of its entries: ${field}.<key>.`
    case 'flag':
      return 'It is true or false.'
    case 'number':
      return 'It is a number.'
    case 'text':
      return 'It is a text.'
    case 'email':
      return 'It is an e-mail address, in lower case.'
    case 'any':
    case 'list':
      return 'It can be anything.'
    default: {
      const [meant] = typeof value === 'string' ? nearest(value, shape, 1) : []
      return meant === undefined ? `It is one of ${shape.join(', ')}.` : `Did you mean "${meant}"?`
    }
  }
}

/** What is wrong with a comparison that nothing can meet; `is` is left out where a text is only taken. */
export function impossible(
  field: string,
  is: Scalar | readonly Scalar[] | undefined,
  shapes: readonly Shape[],
): Pick<Finding, 'message' | 'fix'> | undefined {
  const [shape] = shapes
  if (shape === undefined) return undefined
  if (is === undefined) {
    const isText = shapes.some((one) => canBe(one, 'text') || one === 'email' || Array.isArray(one))
    return isText
      ? undefined
      : { message: `${field} is no text.`, fix: 'Take a field that holds a key.' }
  }
  const wrong = [is].flat().find((value) => !shapes.some((one) => canBe(one, value)))
  if (wrong === undefined) return undefined
  return {
    message: `${field} is never ${JSON.stringify(wrong)}.`,
    fix: inWords(field, shape, wrong),
  }
}
