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

/** An option, else the variable that stands in for it; and how a message about it is to call it. */
export function given<T>(
  option: string,
  value: T | undefined,
  variable: string,
): [name: string, value: T | string | undefined] {
  return value === undefined
    ? [`${option} (from ${variable})`, environment(variable)]
    : [option, value]
}
