import { isRecord } from '../core/base/kind-of.ts'

/** A value as the text of a table's cell. */
export function cellText(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) return value.map(cellText).join(', ')
  if (isRecord(value)) {
    return Object.entries(value)
      .map(([key, item]) => (item === true ? key : `${key}: ${cellText(item)}`))
      .join(', ')
  }
  return String(value)
}

/** The parts of a resource, each as a cell, without secrets: notebooks are saved with their output. */
export function cellsOf(thing: Readonly<Record<string, unknown>>): [key: string, text: string][] {
  return Object.entries(thing).map(([key, value]) => [
    key,
    isSecret(thing, key) ? `(hidden: read .${key})` : cellText(value),
  ])
}

function isSecret({ id }: Readonly<Record<string, unknown>>, key: string): boolean {
  return key === 'apiKey' || (key === 'value' && String(id).startsWith('tok_'))
}
