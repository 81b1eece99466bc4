/**
 * What a field holds: a text, an e-mail address, a number, true or false, a list, a map from keys,
 * one of several texts, or anything.
 */
export type Shape =
  | 'text'
  | 'email'
  | 'number'
  | 'flag'
  | 'list'
  | 'map'
  | 'any'
  | readonly string[]

/** Fields by name, each with what it holds. */
export type Shapes = Readonly<Record<string, Shape>>
