import { docComment } from './printer.ts'
import { readingOf } from './reading.ts'
import type { Answer, Operation, Spec } from './spec.ts'

/** The page that lists who may call each operation, by policy. */
export const whoMayCallPage = 'docs/who-may-call-what.md'

/** The anchor that Markdown renderers give to a heading with the operation's id. */
export const anchorOf = (operationId: string) => operationId.replaceAll('.', '').toLowerCase()

/** Every call can end in these statuses, so the docs of an operation list only others. */
const everyCall = [401, 429, 500]
/** The client sends the right media types and methods, so it never gets these statuses. */
const neverTyped = [405, 415]

/** The TSDoc of an operation's method. `page` is the relative path to the page above. */
export function operationDoc(
  operation: Operation,
  spec: Spec,
  example: string,
  page: string,
): string {
  const own = operation.problems.filter(
    ({ status }) => ![...everyCall, ...neverTyped].includes(status),
  )
  return docComment(
    operation.summary.endsWith('.') ? operation.summary : `${operation.summary}.`,
    operation.description,
    `[Who may call it](${page}#${anchorOf(operation.id)})`,
    ...parameterTags(operation, spec),
    ...own.map((answer) => `@throws {@link ${errorClass(answer)}} ${answer.description}`.trim()),
    `@throws {@link RolecallError} ${anyCallEnds}`,
    `@example\n\`\`\`ts\n${example}\n\`\`\``,
  )
}

const anyCallEnds =
  'As any call: no valid token, too many requests, no answer in time, a failure on either side.'

function parameterTags(operation: Operation, spec: Spec) {
  const { pathArguments, body, query } = operation
  const bodySays = [
    body && (body.description || spec.schemas[body.model]?.description),
    readingOf(operation, spec) && patchSays,
  ].filter(Boolean)
  return [
    ...pathArguments.map(({ name, description }) => `@param ${name} - ${description}`),
    ...(bodySays.length > 0 ? [`@param body - ${bodySays.join(' ')}`] : []),
    ...(query ? ['@param query - Filters, and the size of a page.'] : []),
    '@param options - Options of this call: deadline, retries, headers and more.',
  ]
}

const patchSays = 'Or a function that makes them from the current resource: see {@link Patch}.'

/** The class of the error: a `ConflictProblem` is thrown as a `ConflictError`. */
const errorClass = ({ model }: Answer) =>
  model?.endsWith('Problem') ? model.replace(/Problem$/, 'Error') : 'APIError'
