import { RolecallError } from '../base/rolecall-error.ts'
import { Call } from './api-promise.ts'

/** The used part of `rolecall/notebook`, which itself imports this file. */
interface Notebook {
  render(value: unknown): Readonly<Record<string, string>>
}

declare const Deno: { readonly jupyter?: unknown }

/**
 * Renders a value, or a call's answer, for a notebook, by mime type. The renderer is imported by a name put together
 * at run time, so that no bundle includes it.
 */
async function show(this: unknown): Promise<Readonly<Record<string, string>>> {
  const value = await this
  // oxlint-disable-next-line typescript/no-unsafe-assignment -- The compiler can't follow such a name.
  const { render }: Notebook = await import(
    /* webpackIgnore: true */ /* @vite-ignore */ ['rolecall', 'notebook'].join('/')
  )
  return render(value)
}

/**
 * Lets a value show itself in a Deno notebook, and answers it. The mark is hidden from keys, JSON, copies and
 * comparisons.
 */
export function showable<T>(value: T): T {
  return typeof value === 'object' && value
    ? Object.defineProperty(value, Symbol.for('Jupyter.display'), { value: show })
    : value
}

/**
 * Lets answers, calls and errors show themselves, only in a Deno notebook. Elsewhere an answer is exactly its JSON, as
 * React's server components need it.
 */
export function showInNotebooks(): void {
  try {
    if (!Deno.jupyter) return
  } catch {
    // There is no Deno.
    return
  }
  Call.hand = showable
  for (const { prototype } of [Call, RolecallError]) void showable(prototype)
}
