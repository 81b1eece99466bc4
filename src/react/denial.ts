'use client'

import {
  type ComponentPropsWithoutRef,
  createElement,
  Fragment,
  type ReactNode,
  useId,
} from 'react'
import { must } from '../core/base/check.ts'
import { isRecord, kindOf } from '../core/base/kind-of.ts'
import type { Decision } from '../generated/models.ts'
import { type CanRun, DenialContext, type HeadingLevel, type OnRun } from './denial-context.ts'
import {
  DenialFinal,
  DenialHeading,
  DenialReason,
  DenialRemedies,
  DenialRule,
} from './denial-parts.ts'

/** Props of {@link Denial}: those of a `<div>` too. */
export interface DenialProps extends ComponentPropsWithoutRef<'div'> {
  /** The answer of `client.can` or `useCan`, or the `decision` of a `PermissionDeniedError`. */
  decision: Decision
  /** The level of the heading. Default: 3. */
  headingLevel?: HeadingLevel | undefined
  /**
   * Runs a call of a remedy, when its button is pressed. A promise keeps the button busy until it settles.
   * What it throws is shown beside the button, in a `role="alert"`; catch it to show it elsewhere.
   * Default: no buttons.
   */
  onRun?: OnRun | undefined
  /** Which calls have a button. Default: those that the reader can run, by `selfService`. */
  canRun?: CanRun | undefined
}

/**
 * A denial in the words of `denialText`: a heading, the rule, the reason, and each remedy with who can run
 * it and what it gives. It has no styles: each part has a `data-part`, and takes the props of its element.
 * Children replace the parts, in an order of your own.
 *
 * Pass `role="alert"` if it appears after an action, so that screen readers announce it.
 *
 * @throws RolecallError, while rendering, if `decision` is no decision, or `headingLevel` no level.
 * @example
 * <Denial decision={decision} onRun={({ operation, args }) => client.call(operation, ...args)} />
 * @example
 * <Denial decision={decision} role="alert">
 *   <DenialHeading>You can't create roles</DenialHeading>
 *   <DenialReason />
 *   <DenialRemedies />
 * </Denial>
 */
export function Denial(props: DenialProps): ReactNode {
  const { decision, headingLevel = 3, onRun, canRun = isOwn, children, ...rest } = props
  const headingId = useId()
  if (!isRecord(decision)) throw must("<Denial>'s decision", 'a decision', kindOf(decision))
  if (![1, 2, 3, 4, 5, 6].includes(headingLevel)) {
    throw must("<Denial>'s headingLevel", 'a number from 1 to 6', String(headingLevel))
  }
  return createElement(
    DenialContext.Provider,
    { value: { decision, headingId, headingLevel, onRun, canRun } },
    createElement(
      'div',
      { role: 'group', 'aria-labelledby': headingId, 'data-part': 'denial', ...rest },
      children ?? createElement(Fragment, null, ...parts()),
    ),
  )
}

const parts = () => [
  createElement(DenialHeading),
  createElement(DenialRule),
  createElement(DenialReason),
  createElement(DenialRemedies),
  createElement(DenialFinal),
]

const isOwn: CanRun = ({ selfService }) => selfService
