import { docComment } from './printer.ts'
import { readingOf } from './reading.ts'
import type { Answer, Operation, Spec } from './spec.ts'

/** The page that says, operation by operation, whom each policy lets call it. */
export const whoMayCallPage = 'docs/who-may-call-what.md'

/** The anchor that Markdown renderers give to a heading that is the operation's id. */
export const anchorOf = (operationId: string) => operationId.replaceAll('.', '').toLowerCase()

/** Any call can end in these; what an operation adds to them is worth a reader's time. */
const everyCall = [401, 429, 500]
/** The client sends the media types and methods that the document wants, so it never sees these. */
const neverTyped = [405, 415]

/** The TSDoc of an operation's method. `page` is the way from the file to the page above. */
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
    ...(query ? ['@param query - Which ones, and how many at a time.'] : []),
    '@param options - How this one call is sent.',
  ]
}

const patchSays = 'Or a function that makes it of the thing as it is: see {@link Patch}.'

/** `ConflictProblem` is thrown as a `ConflictError`. */
const errorClass = ({ model }: Answer) =>
  model?.endsWith('Problem') ? model.replace(/Problem$/, 'Error') : 'APIError'
