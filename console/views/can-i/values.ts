/** JSON as it was typed, which can't be read yet. It stays where the value will be. */
export class Unread {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** Values by name. */
export type Values = Readonly<Record<string, unknown>>

/** Whether a value has values by name. */
export const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !(value instanceof Unread)

/** Values with one of another value; without it, for undefined. */
export function withValue(values: Values, name: string, value: unknown): Values {
  const { [name]: _, ...rest } = values
  return value === undefined ? rest : { ...values, [name]: value }
}

/** Reads JSON that was typed. Nothing is undefined. */
export function readJson(text: string): unknown {
  if (text.trim() === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return new Unread(text)
  }
}

/** The text of a value in a field for JSON. */
export function jsonText(value: unknown): string {
  if (value instanceof Unread) return value.text
  return value === undefined ? '' : JSON.stringify(value, undefined, 2)
}

/** The JSON pointers of what can't be read in a value. */
export function unreadIn(value: unknown, pointer = ''): readonly string[] {
  if (value instanceof Unread) return [pointer]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) =>
    unreadIn(part, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  )
}

/** Reads a number that was typed. What is none stays as it is: the mock says what is wrong with it. */
export function readNumber(text: string): unknown {
  const typed = text.trim()
  if (typed === '') return undefined
  if (typed === 'null') return null
  return Number.isNaN(Number(typed)) ? text : Number(typed)
}
