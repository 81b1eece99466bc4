import { superannotate } from '../../mocks/policies/index.ts'
import type { Client } from '../../src/index.ts'
import { type Acme, acmeOf } from './acme-of.ts'

/** A new SuperAnnotate team of scenario acme. */
export interface Team extends Acme {
  /** The owner's client. */
  owner: Client
}

export function team(): Team {
  const acme = acmeOf(superannotate)
  return { ...acme, owner: acme.as('admin') }
}
