import { RolecallError } from '../base/rolecall-error.ts'
import { Call } from './api-promise.ts'

/** As much of `rolecall/notebook` as is used here, which imports this file itself. */
interface Notebook {
  render(value: unknown): Readonly<Record<string, string>>
}

declare const Deno: { readonly jupyter?: unknown }

/**
 * The tables that a notebook shows for a value, by mime type; for a call's, once it is answered.
 * What renders them is imported by a name put together, so that no bundle takes it along.
 */
async function show(this: unknown): Promise<Readonly<Record<string, string>>> {
  const value = await this
  // oxlint-disable-next-line typescript/no-unsafe-assignment -- The compiler doesn't follow such a name.
  const { render }: Notebook = await import(
    /* webpackIgnore: true */ /* @vite-ignore */ ['rolecall', 'notebook'].join('/')
  )
  return render(value)
}

/**
 * Lets a value show itself in a Deno notebook; answers it. It stays plain data: the mark is hidden
 * from keys, JSON, copies and comparisons.
 */
export function showable<T>(value: T): T {
  return typeof value === 'object' && value
    ? Object.defineProperty(value, Symbol.for('Jupyter.display'), { value: show })
    : value
}

/**
 * Lets answers, the calls that wait for them, and errors show themselves, in a Deno notebook alone:
 * elsewhere an answer is what its JSON says, as React's server components and others want it to be.
 */
export function showInNotebooks(): void {
  try {
    if (!Deno.jupyter) return
  } catch {
    // There is no Deno, or it runs no notebook.
    return
  }
  Call.hand = showable
  for (const { prototype } of [Call, RolecallError]) void showable(prototype)
}
