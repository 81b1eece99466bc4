/** The usage of a server's process: milliseconds of processor, and bytes of memory. */
export interface Usage {
  readonly processor: number
  readonly memory: number
}

/** Whether a message of such a process is its usage. */
export const isUsage = (message: unknown): message is Usage =>
  typeof message === 'object' && message !== null && 'processor' in message && 'memory' in message
