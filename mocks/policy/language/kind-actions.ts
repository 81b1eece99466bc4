import type { OperationChanges, Policy } from './policy.ts'

/** What an operation on artifacts asks of those of one kind. */
export interface KindAction {
  readonly kind: string
  /** Which of the kind's own actions it is, where the operation runs one. */
  readonly run?: string
  /** Undefined for a kind that lacks the operation. */
  readonly action: string | undefined
}

/** What the operation asks of each kind; nothing where it asks by no kind. */
export const kindActions = (
  { kinds }: Policy,
  { ofKind: verb }: OperationChanges,
): readonly KindAction[] =>
  verb === undefined
    ? []
    : Object.entries(kinds).flatMap(([kind, definition]): readonly KindAction[] =>
        verb === 'run'
          ? Object.entries(definition.run ?? {}).map(([run, { ask }]) => ({
              kind,
              run,
              action: ask,
            }))
          : [{ kind, action: definition[verb] }],
      )
