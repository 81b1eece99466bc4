import { globSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { policies } from '../../mocks/policies/index.ts'
import * as rolecall from '../../src/index.ts'
import manifest from '../../package.json' with { type: 'json' }
import { read, root } from '../docs/pages.ts'

interface Step {
  uses?: string
  run?: string
  with?: Record<string, unknown>
}
interface Job {
  uses?: string
  steps?: Step[]
  permissions?: Record<string, string>
}
interface Workflow {
  on: Record<string, unknown>
  permissions: Record<string, string>
  jobs: Record<string, Job>
}
interface Form {
  name: string
  description: string
  body: Field[]
}
interface Field {
  type: string
  id?: string
  attributes: { options?: string[]; description?: string }
  validations?: { required?: boolean }
}

const workflow = (name: string): Workflow => parse(read(`.github/workflows/${name}.yml`))
const stepsOf = ({ jobs }: Workflow): Step[] =>
  Object.values(jobs).flatMap((job) => job.steps ?? [])
const runsOf = (name: string) => stepsOf(workflow(name)).flatMap(({ run }) => run ?? [])

describe('the workflows', () => {
  const names = globSync('.github/workflows/*.yml', { cwd: root }).map((path) =>
    basename(path, '.yml'),
  )

  test('checks call .ci/run on push and pull request', () => {
    expect(Object.keys(workflow('checks').on)).toEqual(
      expect.arrayContaining(['push', 'pull_request']),
    )
    expect(runsOf('checks')).toEqual(['.ci/run'])
  })

  test('a release is checked first, then published from package.json', () => {
    const { jobs } = workflow('release')

    expect(jobs.checks?.uses).toBe('./.github/workflows/checks.yml')
    expect(jobs.publish).toMatchObject({ needs: 'checks', permissions: { 'id-token': 'write' } })
    expect(runsOf('release')).toEqual(['npm ci', 'npm run release', 'npm run release -- --dry-run'])
    expect(manifest.scripts.release).toBe('.ci/release')
  })

  test.each(names)('%s may only read the repository by default', (name) => {
    expect(workflow(name).permissions).toEqual({ contents: 'read' })
  })

  test.each(names)('%s pins actions by commit, and uses the Node of .node-version', (name) => {
    const steps = stepsOf(workflow(name))
    const used = steps.flatMap(({ uses }) => uses ?? [])
    const node = steps.find(({ uses }) => uses?.startsWith('actions/setup-node@'))

    expect(used).not.toEqual([])
    for (const action of used) expect(action).toMatch(/^[\w/-]+@[0-9a-f]{40}$/)
    expect(node?.with).toMatchObject({ 'node-version-file': '.node-version' })
  })
})

describe('the issue forms', () => {
  const forms = globSync('.github/ISSUE_TEMPLATE/*.yml', {
    cwd: root,
    exclude: ['.github/ISSUE_TEMPLATE/config.yml'],
  })
  const form = (path: string): Form => parse(read(path))

  test('are the only way to open an issue', () => {
    expect(forms.length).toBeGreaterThan(0)
    expect(parse(read('.github/ISSUE_TEMPLATE/config.yml'))).toEqual({
      blank_issues_enabled: false,
    })
  })

  test.each(forms)('%s asks for surface, policy, seed and calls', (path) => {
    const { body } = form(path)
    const field = (id: string) => body.find((one) => one.id === id)

    expect(field('surface')?.attributes.options).toEqual([
      'client',
      'mock in process',
      'MSW',
      'server',
      'command line',
    ])
    expect(field('policy')?.attributes.options?.slice(0, -2)).toEqual(Object.keys(policies))
    expect(field('seed')?.type).toBe('input')
    expect(field('calls')).toMatchObject({ type: 'textarea', validations: { required: true } })
  })

  test.each(forms)('%s asks only for calls that the package has', (path) => {
    const texts = form(path).body.map(({ attributes }) => attributes.description ?? '')
    const calls = texts.flatMap((text) => [...text.matchAll(/`(?:(\w+)\.)?(\w+)\(.*?\)`/g)])
    for (const [call, object, name = ''] of calls) {
      const owner: object = object === 'error' ? rolecall.PermissionDeniedError.prototype : rolecall
      expect(Reflect.get(owner, name), call).toBeTypeOf('function')
    }
    if (path.endsWith('bug.yml')) expect(calls.map(([call]) => call)).toHaveLength(2)
  })

  test.each(forms)('%s names no version of the package, which would grow old', (path) => {
    expect(read(path)).not.toMatch(/rolecall@?\s*\d/)
  })
})
