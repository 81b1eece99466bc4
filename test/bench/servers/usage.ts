/** What a server's process has used: milliseconds of processor, and bytes of memory. */
export interface Usage {
  readonly processor: number
  readonly memory: number
}

/** Whether a message of such a process is what it has used. */
export const isUsage = (message: unknown): message is Usage =>
  typeof message === 'object' && message !== null && 'processor' in message && 'memory' in message
