import type { Shape } from './shape.ts'

/** An endpoint, as a call needs to know it. */
export interface Operation {
  /** The operationId, which is the method's path in the client: `roles.get`. */
  readonly id: string
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** The path template of the spec, such as `/v1/roles/{role}`. */
  readonly path: string
  /** Where the argument after the path arguments goes. Absent: no such argument. */
  readonly input?: 'body' | 'optional body' | 'query' | undefined
  /** An option that this POST takes in addition; every PATCH and DELETE takes it. */
  readonly takes?: 'ifMatch' | undefined
  /** The shape of the answer. Absent: any object, or none for a DELETE. */
  readonly answer?: Shape | undefined
}

/** Whether the operation changes anything. Questions don't, although they are sent as POST. */
export function isWrite({ id, method }: { readonly id: string; readonly method: string }): boolean {
  return method !== 'GET' && !id.startsWith('access.')
}
