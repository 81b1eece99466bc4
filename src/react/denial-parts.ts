'use client'

import { type ComponentPropsWithoutRef, createElement, type ReactNode } from 'react'
import type { Alternative } from '../generated/models.ts'
import { useDenial } from './denial-context.ts'
import { DenialRemedy } from './denial-remedy.ts'

const answers: Readonly<Record<string, string>> = {
  yes: 'Allowed',
  depends: 'Depends on the arguments',
}

/**
 * The heading of a {@link Denial}, which names it to screen readers: `Denied: roles.create`, or its
 * children.
 *
 * @example
 * <DenialHeading>You can't create roles</DenialHeading>
 */
export function DenialHeading({ children, ...props }: ComponentPropsWithoutRef<'h2'>): ReactNode {
  const { decision, headingId, headingLevel } = useDenial()
  const { allowed, outcome = allowed ? 'yes' : 'no', action } = decision
  const heading = [answers[outcome] ?? 'Denied', action].filter(Boolean).join(': ')
  return createElement(
    `h${headingLevel}`,
    { id: headingId, 'data-part': 'heading', ...props },
    children ?? heading,
  )
}

/**
 * The rule that decided: its id, a link if the rules are published, whether it is a reading, and its
 * sentence. Nothing if the server doesn't say.
 *
 * @example
 * <DenialRule className="small" />
 */
export function DenialRule(props: ComponentPropsWithoutRef<'p'>): ReactNode {
  const { rule, ruleText, ruleSource, ruleUrl } = useDenial().decision
  if (!rule && !ruleText) return null
  // A server's address is not trusted with scripts.
  const isLink = typeof ruleUrl === 'string' && /^https?:/i.test(ruleUrl)
  return createElement(
    'p',
    { 'data-part': 'rule', ...props },
    rule && isLink ? createElement('a', { href: ruleUrl }, rule) : rule,
    rule && ruleSource?.origin === 'reading' && ' (reading)',
    rule && ruleText && ': ',
    ruleText,
  )
}

/**
 * The reason: what the call needs, and what the person has.
 *
 * @example
 * <Denial decision={decision}><DenialReason /></Denial>
 */
export function DenialReason(props: ComponentPropsWithoutRef<'p'>): ReactNode {
  const { text } = useDenial().decision
  return text ? createElement('p', { 'data-part': 'reason', ...props }, text) : null
}

/** Props of {@link DenialRemedies}: those of a list too. */
export interface DenialRemediesProps extends Omit<ComponentPropsWithoutRef<'ol'>, 'children'> {
  /** Shows a remedy. Default: a {@link DenialRemedy}. */
  children?: (remedy: Partial<Alternative>, index: number) => ReactNode
}

/**
 * The remedies, smallest first, and how many are not listed. Nothing if there are none.
 *
 * @example
 * <DenialRemedies>{(remedy) => <DenialRemedy remedy={remedy} className="remedy" />}</DenialRemedies>
 */
export function DenialRemedies({ children, ...props }: DenialRemediesProps): ReactNode {
  const { alternatives = [], moreAlternatives } = useDenial().decision
  if (alternatives.length === 0) return null
  return [
    createElement(
      'ol',
      { key: 'remedies', 'data-part': 'remedies', 'aria-label': 'Remedies', ...props },
      alternatives.map((remedy, at) =>
        children ? children(remedy, at) : createElement(DenialRemedy, { key: at, remedy }),
      ),
    ),
    moreAlternatives
      ? createElement(
          'p',
          { key: 'more', 'data-part': 'more' },
          `${moreAlternatives} remedies not listed`,
        )
      : null,
  ]
}

/**
 * Why nothing would allow the call. Nothing if something would, or if the reason says so already.
 *
 * @example
 * <DenialFinal className="small" />
 */
export function DenialFinal(props: ComponentPropsWithoutRef<'p'>): ReactNode {
  const { final, text = '' } = useDenial().decision
  if (!final || text.includes(final)) return null
  return createElement('p', { 'data-part': 'final', ...props }, final)
}
