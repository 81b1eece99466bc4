import type { Shape } from './shape.ts'

/** All that a call needs to know of its endpoint. */
export interface Operation {
  /** The operationId, which is the method's path in the client: `roles.get`. */
  readonly id: string
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** The path template of the spec, such as `/v1/roles/{role}`. */
  readonly path: string
  /** Where the argument after the path arguments goes. Absent: there is none. */
  readonly input?: 'body' | 'query' | undefined
  /** What the answer must look like. Absent: any object, or, of a DELETE, nothing. */
  readonly answer?: Shape | undefined
}
