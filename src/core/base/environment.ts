declare const process: { env?: Record<string, string | undefined> } | undefined

/**
 * An environment variable, where there are such things (Node, Deno, Bun, some workers) and they may
 * be read. An empty one counts as unset.
 */
export function environment(name: string): string | undefined {
  try {
    return (typeof process === 'object' && process.env?.[name]) || undefined
  } catch {
    // Deno without --allow-env.
    return undefined
  }
}
