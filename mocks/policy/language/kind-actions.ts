import type { OperationChanges, Policy } from './policy.ts'

/** The action that an operation on artifacts asks for one kind. */
export interface KindAction {
  readonly kind: string
  /** The name of the kind's own action, for an operation that runs one. */
  readonly run?: string
  /** Undefined if the kind does not offer the operation. */
  readonly action: string | undefined
}

/** The action that the operation asks for each kind; empty for an operation without `ofKind`. */
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
