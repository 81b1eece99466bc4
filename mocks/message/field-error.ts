import type { FieldError } from '../../src/generated/models.ts'
import { placeAt } from '../shared/json-pointer.ts'

/** An error about one place of a request. The predicate goes on after the place: `must be text.` */
export const fieldError = (pointer: string, predicate: string): FieldError => ({
  pointer,
  message: `${subjectAt(pointer)} ${predicate}`,
})

/** The place as a subject: `teams.support`, or `The body`. */
export const subjectAt = (pointer: string): string => placeAt(pointer) || 'The body'
