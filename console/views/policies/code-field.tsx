import { type ReactNode, type Ref, useImperativeHandle, useMemo, useRef } from 'react'
import type { PolicyFinding } from '../../../mocks/control-client/index.ts'
import { placeIn } from './findings.tsx'
import { linesOf } from './json-places.ts'
import style from './policies.module.css'

/** Where the cursor of a code field can be sent. */
export interface CodePlace {
  /** Goes to a line, the first being 1, and selects it. */
  goTo(line: number): void
}

/** JSON to edit, with the number of each line and a sign at those with problems. */
export function CodeField({
  ref,
  text,
  findings,
  onChange,
}: {
  readonly ref: Ref<CodePlace>
  readonly text: string
  readonly findings: readonly PolicyFinding[]
  readonly onChange: (text: string) => void
}): ReactNode {
  const field = useRef<HTMLTextAreaElement>(null)
  const gutter = useRef<HTMLPreElement>(null)
  useImperativeHandle(ref, () => ({
    goTo(line) {
      const area = field.current
      if (!area) return
      const before = area.value.split('\n').slice(0, line - 1)
      const start = before.reduce((sum, one) => sum + one.length + 1, 0)
      const end = area.value.indexOf('\n', start)
      area.focus()
      area.setSelectionRange(start, end < 0 ? area.value.length : end)
      const height = area.scrollHeight / area.value.split('\n').length
      area.scrollTop = Math.max(0, (line - 5) * height)
    },
  }))
  const numbers = useMemo(() => {
    const lines = linesOf(text)
    const wrong = new Set(findings.map((finding) => placeIn(lines, finding)))
    return text
      .split('\n')
      .map((_, index) => `${wrong.has(index + 1) ? '✕ ' : ''}${index + 1}`)
      .join('\n')
  }, [text, findings])
  return (
    <div className={style.field}>
      <pre ref={gutter} className={style.gutter} aria-hidden="true">
        {numbers}
      </pre>
      <textarea
        ref={field}
        className={style.area}
        aria-label="Policy as JSON"
        aria-invalid={findings.some(({ severity }) => severity === 'error') || undefined}
        wrap="off"
        spellCheck={false}
        value={text}
        onChange={({ target }) => onChange(target.value)}
        onScroll={({ currentTarget }) => {
          if (gutter.current) gutter.current.scrollTop = currentTarget.scrollTop
        }}
      />
    </div>
  )
}
