declare const process: { env?: Record<string, string | undefined> } | undefined

/**
 * An environment variable, in runtimes that have them (Node, Deno, Bun, some workers) and allow to read
 * them. An empty one counts as unset.
 */
export function environment(name: string): string | undefined {
  try {
    return (typeof process === 'object' && process.env?.[name]) || undefined
  } catch {
    // Deno without --allow-env.
    return undefined
  }
}
