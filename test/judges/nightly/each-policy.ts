import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BuiltInPolicy } from '../../../mocks/policies/index.ts'
import { documentFor } from './document-for.ts'
import { freshMock } from './fresh-mock.ts'

const names: readonly BuiltInPolicy[] = ['adaptive', 'bigml', 'superannotate', 'peltarion', 'ica']

/** What a generator of tests works with. */
export interface Stage {
  readonly policy: BuiltInPolicy
  /** A folder of its own, with the document. */
  readonly folder: string
  readonly document: string
  readonly origin: string
}

/** The tests of one policy. */
export interface Outcome {
  readonly tests: number
  readonly findings: readonly string[]
}

/** Runs generated tests under every policy, each against its own mock. */
export async function onEachPolicy(
  change: (document: string) => string,
  run: (stage: Stage) => Promise<Outcome>,
): Promise<{ judged: string; findings: string[] }> {
  const outcomes: (Outcome & Pick<Stage, 'policy'>)[] = []
  for (const policy of names) {
    const folder = mkdtempSync(join(tmpdir(), 'rolecall-generated-tests-'))
    const mock = await freshMock(policy)
    try {
      const document = join(folder, 'openapi.json')
      writeFileSync(document, change(JSON.stringify(documentFor(policy))))
      const outcome = await run({ policy, folder, document, origin: mock.origin })
      outcomes.push({ policy, ...outcome })
    } finally {
      await mock.close()
      rmSync(folder, { recursive: true, force: true })
    }
  }
  return {
    judged: outcomes.map(({ policy, tests }) => `${tests} tests of ${policy}`).join(', '),
    findings: outcomes.flatMap(({ policy, findings }) =>
      findings.map((finding) => `${policy}: ${finding}`),
    ),
  }
}
