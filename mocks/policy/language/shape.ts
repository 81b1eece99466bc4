/**
 * What a field holds: a text, a key, an id, a time, an e-mail address, a number, true or false, whether
 * a box is ticked, a list, a map from keys, one of several texts, or anything.
 */
export type Shape =
  | 'text'
  | 'key'
  | 'id'
  | 'time'
  | 'email'
  | 'number'
  | 'flag'
  | 'tick'
  | 'list'
  | 'map'
  | 'any'
  | readonly string[]

/** Fields by name, each with what it holds. */
export type Shapes = Readonly<Record<string, Shape>>
