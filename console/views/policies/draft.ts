import { useState } from 'react'

/** A policy that is being written. */
export interface Draft {
  /** The policy that it began with. */
  readonly base: string
  readonly text: string
}

const stored = 'rolecall-console-policy-draft'

/** The draft of this tab: going elsewhere, and a reload, keep it. */
export function useDraft(): readonly [Draft | undefined, (draft: Draft | undefined) => void] {
  const [draft, setDraft] = useState(kept)
  return [
    draft,
    (next) => {
      setDraft(next)
      if (next) sessionStorage.setItem(stored, JSON.stringify(next))
      else sessionStorage.removeItem(stored)
    },
  ]
}

function kept(): Draft | undefined {
  const text = sessionStorage.getItem(stored)
  const value: unknown = text === null ? undefined : JSON.parse(text)
  return isDraft(value) ? value : undefined
}

const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' && value !== null && 'base' in value && 'text' in value
