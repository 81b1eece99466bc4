import { describe, expect, test } from 'vitest'
import { acme } from '../../mocks/policies/ica/acme.ts'
import { ica } from '../../mocks/policies/index.ts'
import type { Alternative } from '../../src/index.ts'
import { acmeOf, email } from '../support/acme-of.ts'
import { explainedOf } from '../support/outcome.ts'

const genomes = { type: 'project', id: 'genomes' } as const

const joinsStatistics = ({ calls }: Alternative): boolean =>
  JSON.stringify(calls).includes('"statistics"')

/** The sentences of each alternative. */
const textsOf = ({ alternatives }: Awaited<ReturnType<typeof explainedOf>>) =>
  alternatives.map(({ gives }) => gives.map(({ text }) => text))

describe('what a remedy gives, in words', () => {
  const { as } = acmeOf(ica)

  test('one permission by its key, to oneself', async () => {
    const decision = await explainedOf(as('analyst'), 'bench:run_workspace', genomes)
    expect(textsOf(decision)).toEqual([
      [
        expect.stringMatching(
          /^You also get “.*” \(bench:execute_notebook\) on project .*Genomes.*\.$/,
        ),
      ],
    ])
    expect(decision.alternatives[0]?.gives).toMatchObject([
      {
        user: { email: email('analyst') },
        in: { type: 'project', key: 'genomes' },
        permissions: ['bench:execute_notebook'],
      },
    ])
  })

  test('several by their number, to somebody else', async () => {
    const question = [genomes, email('analyst')] as const
    const decision = await explainedOf(as('admin'), 'project:edit', ...question)
    expect(textsOf(decision)).toEqual([
      [expect.stringMatching(/^analyst@acme\.test also gets 8 more permissions on project /)],
      [
        `${email('analyst')} also gets 5 more permissions in the organization, and what the role allows on every project.`,
      ],
    ])
  })
})

describe('a place that is hidden from the reader', () => {
  const { as } = acmeOf(ica)
  const joined = async (asker: string, subject: string) => {
    const decision = await explainedOf(as(asker), 'base:create_queries', genomes, subject)
    return decision.alternatives.find(joinsStatistics)?.gives.map(({ in: place }) => place.key)
  }

  test('is left out', async () => {
    expect(await joined('courier', 'me')).toEqual(['genomes'])
  })

  test('and told to a reader who sees it', async () => {
    expect(await joined('admin', email('courier'))).toEqual(['trials', 'genomes'])
  })
})

test('ten places are listed, and the last text counts the others', async () => {
  const keys = Array.from({ length: 12 }, (_, index) => `study-${index}`)
  const { as } = acmeOf(ica, {
    scenario: {
      ...acme,
      projects: [
        ...acme.projects,
        ...keys.map((key) => ({ key, name: key, creator: email('admin') })),
      ],
      members: [
        ...acme.members,
        ...keys.map((project) => ({
          project,
          subject: { type: 'team', id: 'statistics' } as const,
          roles: { project: 'viewer' },
        })),
      ],
    },
  })
  const question = [genomes, email('courier')] as const
  const { alternatives } = await explainedOf(as('admin'), 'base:create_queries', ...question)
  const gives = alternatives.find(joinsStatistics)?.gives
  expect(gives).toHaveLength(10)
  expect(gives?.at(-1)?.text).toMatch(/, and permissions in 4 more places\.$/)
  expect(gives?.at(0)?.text).not.toContain('more places')
})
