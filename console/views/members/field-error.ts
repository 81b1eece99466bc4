import { UnprocessableEntityError } from '../../../src/index.ts'

/** What is wrong with a field of the body, in the platform's words. */
export const errorOf = (error: unknown, field: string): string | undefined =>
  error instanceof UnprocessableEntityError
    ? error.errors.find(({ pointer }) => pointer === `/${field}`)?.message
    : undefined
