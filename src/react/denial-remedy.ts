'use client'

import {
  type ComponentPropsWithoutRef,
  createElement,
  Fragment,
  type ReactNode,
  useState,
} from 'react'
import { lacksOf } from '../errors/denial-rows.ts'
import { callText, refusalText, whoText } from '../errors/remedy-text.ts'
import type { Alternative, Gain, RemedyCall } from '../generated/models.ts'
import { useDenial } from './denial-context.ts'

/** Props of {@link DenialRemedy}: those of a list item too. */
export interface DenialRemedyProps extends ComponentPropsWithoutRef<'li'> {
  /** One of the decision's `alternatives`. */
  remedy: Partial<Alternative>
}

/**
 * A remedy: what it supplies, its calls with who can make them, what they give beyond the denied call, and
 * what would still be in the way. Its children replace all of that.
 *
 * @example
 * <DenialRemedies>{(remedy) => <DenialRemedy remedy={remedy} className="remedy" />}</DenialRemedies>
 */
export function DenialRemedy({ remedy, children, ...props }: DenialRemedyProps): ReactNode {
  const { decision } = useDenial()
  const { calls = [], gives = [], refusal } = remedy
  const lacks = lackTextsOf(remedy, decision.text)
  const content = [
    lacks.length > 0 && list('ul', 'missing', lacks),
    calls.length > 0 &&
      createElement(
        'ol',
        { key: 'calls', 'data-part': 'calls' },
        calls.map((call, at) => call.operation && createElement(Call, { key: at, remedy, call })),
      ),
    gives.length > 0 &&
      list(
        'ul',
        'gives',
        gives.flatMap((gain: Partial<Gain>) => gain.text ?? []),
      ),
    refusal && createElement('p', { key: 'refusal', 'data-part': 'refusal' }, refusalText(refusal)),
  ]
  return createElement('li', { 'data-part': 'remedy', ...props }, children ?? content)
}

/** What a remedy supplies, and what the person has instead, where the reason doesn't say so. */
function lackTextsOf(remedy: Partial<Alternative>, reason = ''): readonly string[] {
  const sentences = lacksOf(remedy.missing, reason).flatMap(
    ({ text, haveText }): (string | undefined)[] => [text?.replace(/\.$/, ''), haveText],
  )
  return [...new Set(sentences)].flatMap((one) =>
    one === undefined || reason.includes(one) ? [] : one,
  )
}

const list = (type: 'ul', part: string, items: readonly string[]) =>
  createElement(
    type,
    { key: part, 'data-part': part },
    items.map((item) => createElement('li', { key: item }, item)),
  )

interface CallProps {
  readonly remedy: Partial<Alternative>
  readonly call: RemedyCall
}

/** A call to copy, who can make it, and a button that does. */
function Call({ remedy, call }: CallProps): ReactNode {
  const { onRun, canRun } = useDenial()
  const who = whoText(call)
  return createElement(
    'li',
    { 'data-part': 'call' },
    createElement('code', null, callText(call)),
    who && createElement('p', { 'data-part': 'who' }, who),
    onRun &&
      canRun(call, remedy) &&
      createElement(RunButton, { call, run: () => onRun(call, remedy) }),
  )
}

/** Runs a call, once at a time, and says why it failed. It stays focusable while it is busy. */
function RunButton({ call, run }: { call: RemedyCall; run: () => unknown }): ReactNode {
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  async function onClick(): Promise<void> {
    if (isBusy) return
    setBusy(true)
    setFailure(undefined)
    try {
      await run()
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error))
    } finally {
      setBusy(false)
    }
  }
  const button = createElement(
    'button',
    {
      type: 'button',
      'data-part': 'run',
      'aria-label': `Run ${callText(call)}`,
      'aria-busy': isBusy,
      'aria-disabled': isBusy,
      onClick: () => void onClick(),
    },
    'Run',
  )
  const alert = { role: 'alert', 'data-part': 'failure' }
  return createElement(
    Fragment,
    null,
    button,
    failure !== undefined && createElement('p', alert, failure),
  )
}
