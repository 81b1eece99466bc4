/** The mark of a class, the same in every copy of the package. */
export const brandOf = (name: string): symbol => Symbol.for(`rolecall.${name}`)

/** Whether `value` is of the class of that name, or of one that extends it, whichever copy made it. */
export function isBranded(value: unknown, name: string): boolean {
  return typeof value === 'object' && value !== null && brandOf(name) in value
}
