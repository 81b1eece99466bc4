import fc, { type Arbitrary } from 'fast-check'

/** Names of nothing, and names that a careless lookup trips over. A URL cannot hold dots alone. */
export const nonsense: Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'nobody',
    'nobody@acme.test',
    'Admin',
    ' admin',
    'admin ',
    'admin/',
    '%',
    'null',
    'usr_0',
    'team_0',
    'prj_0',
    'art_0',
    'mem_0',
    'role_0',
    'inv_0',
    'tok_0',
  ),
  fc
    .string({ minLength: 1, maxLength: 12, unit: 'binary' })
    .filter((text) => text.isWellFormed() && !/^\.+$/.test(text)),
)

/** One of those, and now and then nonsense; nonsense alone where there are none. */
export const mostly = (names: readonly string[], weight = 30): Arbitrary<string> =>
  names.length === 0
    ? nonsense
    : fc.oneof({ weight, arbitrary: fc.constantFrom(...names) }, { weight: 1, arbitrary: nonsense })
