/** The public types of a package: what each subpath exports, and what each declaration says. */
export interface Surface {
  /** The exported names of each subpath. */
  readonly exports: Readonly<Record<string, readonly string[]>>
  /** The declarations by name: the exported ones, and those that they are made of. */
  readonly declarations: Readonly<Record<string, Declaration>>
}

/** An interface, a class, a type, a function or a constant. */
export interface Declaration {
  readonly kind: 'interface' | 'class' | 'type' | 'function' | 'const'
  /** The type parameters, or the whole of a type that has no members. */
  readonly head: string
  /** The types that it extends. */
  readonly bases?: readonly string[]
  /** Members by name, and `()` for a call. A method with overloads has a text for each. */
  readonly members: Readonly<Record<string, readonly Member[]>>
}

/** A property, or one signature of a method. */
export interface Member {
  /** The type of a property, or the answer of a method. */
  readonly type: string
  readonly isOptional?: true
  /** The parameters of a method. */
  readonly parameters?: readonly Parameter[]
}

/** A parameter of a method. */
export interface Parameter {
  readonly type: string
  readonly isOptional?: true
}

/** The members of a declaration, with those that it inherits. */
export function membersOf(surface: Surface, name: string): Declaration['members'] {
  const declaration = surface.declarations[name]
  if (declaration === undefined) return {}
  const inherited = (declaration.bases ?? []).flatMap((base) =>
    Object.entries(membersOf(surface, /^\w+/.exec(base)?.[0] ?? '')),
  )
  return { ...Object.fromEntries(inherited), ...declaration.members }
}
