import { type ReactNode, useRef } from 'react'
import { Menu } from '../../parts/menu.tsx'
import type { OverlayState } from './use-coverage.ts'

/** Chooses the coverage to lay over the matrix: of a test run, from its file, or of this mock. */
export function CoverageMenu({ overlay, load, showOwn, hide }: OverlayState): ReactNode {
  const file = useRef<HTMLInputElement>(null)
  return (
    <>
      <Menu
        label="Coverage"
        icon="policies"
        items={[
          { label: 'Load coverage.json of a test run', onChoose: () => file.current?.click() },
          { label: 'What this mock has seen', onChoose: showOwn },
          ...(overlay ? [{ label: 'Hide the coverage', onChoose: hide }] : []),
        ]}
      />
      <input
        ref={file}
        type="file"
        accept=".json,application/json"
        aria-label="Coverage file"
        hidden
        onChange={({ target }) => {
          const [chosen] = target.files ?? []
          if (chosen) load(chosen)
          // The same file can be loaded again after the next test run.
          target.value = ''
        }}
      />
    </>
  )
}
