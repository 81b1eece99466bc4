import type { Shape } from './shape.ts'

/** All that a call needs to know of its endpoint. */
export interface Operation {
  /** The operationId, which is the method's path in the client: `roles.get`. */
  readonly id: string
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** The path template of the spec, such as `/v1/roles/{role}`. */
  readonly path: string
  /** Where the argument after the path arguments goes. Absent: there is none. */
  readonly input?: 'body' | 'optional body' | 'query' | undefined
  /** Which option a POST takes beside those of all; every PATCH and DELETE takes it. */
  readonly takes?: 'ifMatch' | undefined
  /** What the answer must look like. Absent: any object, or, of a DELETE, nothing. */
  readonly answer?: Shape | undefined
}

/** Whether it changes anything: asking does not, even where it is a POST. */
export function isWrite({ id, method }: Operation): boolean {
  return method !== 'GET' && !id.startsWith('access.')
}
