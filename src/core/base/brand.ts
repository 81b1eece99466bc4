/** The mark of a class, the same in every copy of the package. */
export const brandOf = (name: string): symbol => Symbol.for(`rolecall.${name}`)

/** Whether `value` is an instance of the class of that name, or of a subclass, from any copy of the package. */
export function isBranded(value: unknown, name: string): boolean {
  return typeof value === 'object' && value !== null && brandOf(name) in value
}
