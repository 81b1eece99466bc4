/**
 * The kind of value that a field holds. `flag` is true or false; `tick` is true for a ticked grant,
 * else null; an array lists the possible texts.
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

/** Shapes by the name of the field. */
export type Shapes = Readonly<Record<string, Shape>>
