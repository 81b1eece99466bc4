import { describe, expect, test } from 'vitest'
import { emitClient } from '../../openapi/generator/emit-client.ts'
import { emitContract } from '../../openapi/generator/emit-contract.ts'
import { emitErrorCodes } from '../../openapi/generator/emit-error-codes.ts'
import { emitModels } from '../../openapi/generator/emit-models.ts'
import { emitOperations } from '../../openapi/generator/emit-operations.ts'
import { emitQueries } from '../../openapi/generator/emit-queries.ts'
import { emitResources } from '../../openapi/generator/emit-resources.ts'
import { spec } from './fixture.ts'
import { formatted } from './emitted.ts'

describe('models', async () => {
  const models = await formatted(emitModels(spec))

  test('answers extend the schema, and stay open', () => {
    expect(models).toContain(
      "/** Something that opens doors. */\nexport interface Badge extends Schema<'Badge'> {}",
    )
  })

  test('requests take the keys of a policy', () => {
    expect(models).toContain(`/** A badge to create. */
export interface BadgeCreate<K extends PolicyKeys = AnyKeys> {
  /** Natural key. */
  key: string
  /** What it opens. */
  opens: K['permission'][]
  /** Boxes to tick or untick. */
  ticks?: KeyMap<K['grant'], boolean | null>
}`)
  })

  test('a query is an interface too, with its defaults', () => {
    expect(models).toContain(`/** The query of \`badges.list\`. */
export interface BadgeListQuery<K extends PolicyKeys = AnyKeys> {
  /**
   * How many.
   *
   * @defaultValue \`50\`
   */
  limit?: number
  /** Only those of this role. */
  role?: K['role']
}`)
  })

  test('a page is no model: lists return their items', () => {
    expect(models).not.toContain('BadgePage')
  })
})

describe('resources', async () => {
  const files = await emitResources(spec)
  const badges = await formatted(files.get('resources/badges.ts') ?? '')

  test('a method documents its effect, its arguments and its errors, and shows a call', () => {
    expect(badges).toContain(`  /**
   * Create a badge.
   *
   * Creates a badge and returns it.
   *
   * [Who may call it](../../../docs/who-may-call-what.md#badgescreate)
   *
   * @param body - A badge to create.
   * @param options - Options of this call: deadline, retries, headers and more.
   * @throws {@link PermissionDeniedError} The policy denies it.
   * @throws {@link RolecallError} As any call: no valid token, too many requests, no answer in
   * time, a failure on either side.
   * @example
   * \`\`\`ts
   * const badge = await client.badges.create({ key: 'gold', opens: ['door:open'] })
   * \`\`\`
   */
  create(body: BadgeCreate<K>, options?: RequestOptions): APIPromise<Badge>
`)
  })

  test('the example of a list has a filter, and goes through all pages', () => {
    expect(badges).toContain(
      "for await (const badge of client.badges.list({ role: 'guard' })) console.log(badge.key)",
    )
  })

  test('the implementation names each operation and its endpoint', () => {
    expect(badges)
      .toContain(`export function badgesClient<K extends PolicyKeys = AnyKeys>(core: Core): BadgesClient<K> {
  return {
    holders: holdersClient(core),
    ...core.resource(
      'badges',
      { list: ['LIST', '/v1/badges', 'query'], create: ['POST', '/v1/badges', 'body'] },
      { create: { opens: ['any'] } },
    ),
  }
}`)
  })

  test('a resource that sends no keys has no type argument', async () => {
    const holders = await formatted(files.get('resources/holders.ts') ?? '')
    expect(holders).toContain('export interface HoldersClient {')
    expect(holders).toContain(
      'remove(badge: string, holder: string, options?: RequestOptions): APIPromise<void>',
    )
  })

  test('the client has the top resources, and every call by its name', async () => {
    const client = await formatted(emitClient(spec))
    expect(client).toContain('  readonly badges: BadgesClient<K>\n}')
    expect(client).toContain("  'badges.holders.remove': HoldersClient['remove']")
    expect(client).toContain("  'badges.create': BadgesClient<K>['create']")
  })
})

describe('queries', async () => {
  const queries = await formatted(emitQueries(spec))

  test('an operation has options by its arguments and its answer, and a mark if it writes', () => {
    expect(queries).toContain(`export interface BadgesQueries<K extends PolicyKeys = AnyKeys> {
  /** The start of the keys of its queries. */
  readonly key: QueryKey
  /** The operations of \`client.badges.holders\`. */
  readonly holders: HoldersQueries
  /** List badges. */
  readonly list: ListQuery<[query?: BadgeListQuery<K>], Badge>
  /** Create a badge. */
  readonly create: Mutation<[body: BadgeCreate<K>], Badge>
}`)
  })

  test('a mutation invalidates the resources that the document says it affects', () => {
    expect(queries).toContain("create: mutation('badges.create', 1, ['badges']),")
    expect(queries).toContain("remove: mutation('badges.holders.remove', 2, 'all'),")
    expect(queries).toContain("list: list('badges.list', 1),")
  })
})

describe('tables', () => {
  test('of operations: their names', async () => {
    const operations = await formatted(emitOperations(spec))
    expect(operations).toContain(
      "export type OperationId = 'badges.list' | 'badges.create' | 'badges.holders.remove'",
    )
    expect(operations).toContain(
      "'badges.list': { method: 'GET', path: '/v1/badges', parameters: [], input: 'query' },",
    )
  })

  test('of terms: the limits that the mock enforces', async () => {
    const contract = await formatted(emitContract(spec))
    expect(contract).toContain(
      [
        "  'badges.create': {",
        '    success: 201,',
        '    bodyRequired: true,',
        '    idempotent: true,',
        "    keys: ['key', 'opens', 'ticks'],",
        '    references: [',
        "      { at: ['opens', '*'], type: 'permission' },",
        "      { at: ['ticks'], type: 'grant', isKey: true, in: 'organization' },",
        '    ],',
        '  },',
      ].join('\n'),
    )
    expect(contract).toContain(
      [
        "  'badges.list': {",
        '    success: 200,',
        "    keys: ['limit', 'role'],",
        "    query: { limit: 'integer' },",
        "    references: [{ at: ['role'], type: 'role' }],",
      ].join('\n'),
    )
  })

  test('of terms: which keys of the answer are secrets', async () => {
    const { Badge = {} } = spec.schemas
    const properties = { ...Badge.properties, pin: { type: 'string', 'x-secret': true as const } }
    const schemas = { ...spec.schemas, Badge: { ...Badge, properties } }
    const contract = await formatted(emitContract({ ...spec, schemas }))
    expect(contract).toContain("    secrets: ['pin'],")
  })

  test('of codes: a closed union for each kind of problem', async () => {
    const codes = await formatted(emitErrorCodes(spec))
    expect(codes).toContain(
      "export type PermissionDeniedCode = 'permission_denied' | 'not_a_member'",
    )
    expect(codes).toContain('export type ErrorCode = PermissionDeniedCode')
  })
})
