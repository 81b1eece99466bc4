import { useQuery } from '@tanstack/react-query'
import type { Rehearsal } from '../../../mocks/control-client/index.ts'
import { isRecord } from '../../../src/core/base/kind-of.ts'
import { useConnection } from '../../mock/connection.tsx'
import { listOf } from './kinds.ts'
import type { Question } from './question.ts'

/** Asks what a call would answer, on a copy of the state. It is asked again when the state changes. */
export function useRehearsal(question: Question | undefined) {
  const { control, session } = useConnection()
  return useQuery({
    queryKey: ['control', session, 'rehearse', question],
    queryFn: () => {
      if (question === undefined) throw new Error('There is no question.')
      return control.rehearse(question)
    },
    enabled: question !== undefined,
  })
}

/** What is wrong with the arguments: messages by JSON pointer. */
export function faultsIn({ answer }: Rehearsal): Readonly<Record<string, string>> {
  const errors = isRecord(answer) ? listOf(answer.errors) : []
  return Object.fromEntries(
    errors.flatMap((error) =>
      isRecord(error) && typeof error.pointer === 'string' && typeof error.message === 'string'
        ? [[error.pointer, error.message]]
        : [],
    ),
  )
}
