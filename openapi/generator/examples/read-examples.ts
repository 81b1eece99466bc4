import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import type { PolicyName } from '../../../src/generated/policies.ts'
import { httpMethods, type Document, type OperationObject } from '../document.ts'
import { SpecError } from '../read-spec.ts'
import type { Example, Examples, WrittenExample } from './example.ts'

/** The operations that each policy offers. */
export type Offers = readonly (readonly [policy: PolicyName, operations: readonly string[]])[]

/**
 * Reads the examples in `folder`, one for each policy. Throws a {@link SpecError} for an operation without
 * an example of a policy that offers it, and for an example that no request can be made of.
 */
export function readExamples(folder: string, document: Document, offers: Offers): Examples {
  const faults: string[] = []
  const operations = operationsOf(document)
  const written = globSync('*.yaml', { cwd: folder })
    .toSorted()
    .flatMap((file) => entriesOf(join(folder, file)))
  for (const { file, id } of written)
    if (!operations.has(id)) faults.push(`examples/${file}: the document has no operation ${id}.`)
  const examples = new Map(
    [...operations].map(([id, operation]) => {
      const entry = written.find((one) => one.id === id)
      const offering = policiesOf(operation, id, offers)
      const read = (entry?.examples ?? []).flatMap((one) => each(one, id, operation, offering))
      const place = `examples/${entry?.file ?? '*.yaml'}: ${id}`
      faults.push(...faultsOf(read, offering).map((fault) => `${place} ${fault}`))
      return [id, read]
    }),
  )
  if (faults.length > 0) throw new SpecError(faults)
  return examples
}

function entriesOf(path: string) {
  const content: Readonly<Record<string, readonly WrittenExample[]>> = parse(
    readFileSync(path, 'utf8'),
  )
  return Object.entries(content).map(([id, examples]) => ({ file: basename(path), id, examples }))
}

const operationsOf = ({ paths }: Document): ReadonlyMap<string, OperationObject> =>
  new Map(
    Object.values(paths).flatMap((item) =>
      httpMethods.flatMap((method) => {
        const operation = item[method]
        return operation?.operationId ? [[operation.operationId, operation] as const] : []
      }),
    ),
  )

/** An operation without a token is no policy's: all have it. */
const policiesOf = ({ security }: OperationObject, id: string, offers: Offers): PolicyName[] =>
  offers.flatMap(([policy, operations]) =>
    security?.length === 0 || operations.includes(id) ? [policy] : [],
  )

/** The example of each policy that it is for. */
function each(
  { for: given, name, as, after, shortened = false, ...written }: WrittenExample,
  operation: string,
  { responses = {} }: OperationObject,
  offering: readonly PolicyName[],
): Example[] {
  const policies = given === 'every policy' ? offering : [given].flat()
  const success = Number(Object.keys(responses).find((status) => status < '300'))
  const [before, word] = after?.split(' ') ?? []
  return policies.map((policy) => ({
    status: success,
    path: {},
    query: {},
    header: {},
    ...written,
    operation,
    policy,
    name: nameOf(policy, name),
    ...(before !== undefined && { after: [before, nameOf(policy, word)] as const }),
    caller: as ?? 'admin@acme.test',
    shortened,
  }))
}

const nameOf = (policy: string, word: string | undefined): string =>
  word === undefined ? policy : `${policy}-${word}`

function faultsOf(examples: readonly Example[], offering: readonly PolicyName[]): string[] {
  const names = Map.groupBy(examples, ({ name }) => name)
  const inputs = Map.groupBy(examples, inputOf)
  return [
    ...offering
      .filter((policy) => !names.has(policy))
      .map((policy) => `needs an example of policy ${policy}, which offers it.`),
    ...examples
      .filter(({ policy }) => !offering.includes(policy))
      .map(({ policy }) => `has an example of ${policy}, which is no policy that offers it.`),
    ...[...names].flatMap(([name, same]) =>
      same.length > 1 ? [`has several examples named ${name}: give them a name each.`] : [],
    ),
    // Tools combine the first example of each parameter and of the body, then the second, and so on.
    ...(inputs.size > 1
      ? [
          `has examples with different inputs, ${[...inputs.keys()].join(' and ')}: give all the same.`,
        ]
      : []),
  ]
}

const inputOf = ({ path, query, header, body }: Example): string =>
  [path, query, header]
    .flatMap((part) => Object.keys(part).toSorted())
    .concat(body === undefined ? [] : ['body'])
    .join(', ') || 'none'
