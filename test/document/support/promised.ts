/** Compares an answer with the document: its status, headers, media type and body. */
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { type Documented, document, type Operation } from './document.ts'
import type { Received } from './exchange.ts'
import type { Schema } from './schema.ts'

const ajv = new Ajv2020({ strict: false, allErrors: true })
formats.default(ajv)
ajv.addSchema({ $id: 'document', components: document.components })

const validators = new WeakMap<Schema, (value: unknown) => string | undefined>()

/** Checks a value against a schema of the document; returns its faults as a text. */
function validatorOf(schema: Schema): (value: unknown) => string | undefined {
  const known = validators.get(schema)
  if (known) return known
  const validate = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"document#/')))
  const check = (value: unknown) =>
    validate(value) ? undefined : ajv.errorsText(validate.errors, { dataVar: 'body' })
  validators.set(schema, check)
  return check
}

/** Headers of the transport, which no document of an API describes. */
const ofTransport =
  /^(?:date|connection|keep-alive|transfer-encoding|content-length|content-type|vary)$|^access-control-/

function headerFaults({ headers: promised }: Documented, { headers }: Received): string[] {
  const faults: string[] = []
  for (const [name, { required, schema }] of Object.entries(promised)) {
    const value = headers[name]
    if (value === undefined) {
      if (required === true) faults.push(`The header ${name} is missing.`)
      continue
    }
    const typed = schema.type === 'integer' && /^-?\d+$/.test(value) ? Number(value) : value
    const fault = validatorOf(schema)(typed)
    if (fault !== undefined) faults.push(`The header ${name} is ${value}: ${fault}.`)
  }
  for (const name of Object.keys(headers)) {
    if (!ofTransport.test(name) && !Object.hasOwn(promised, name))
      faults.push(`The header ${name} is not documented.`)
  }
  return faults
}

export function parsed(body: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(body) }
  } catch {
    return undefined
  }
}

function bodyFaults({ content }: Documented, { headers, body }: Received): string[] {
  const type = headers['content-type']
  const types = Object.keys(content)
  if (types.length === 0) {
    return body === '' && type === undefined
      ? []
      : [`The document has no body, but it is ${type}: ${body}`]
  }
  const schema = content[type ?? '']?.schema
  if (!schema) return [`The Content-Type is ${type}, but the document has ${types.join(', ')}.`]
  const read = parsed(body)
  if (!read) return [`The body is not JSON: ${body}`]
  const fault = validatorOf(schema)(read.value)
  return fault === undefined ? [] : [`The body breaks its schema: ${fault}.`]
}

/** What an answer has that the document does not say of it, and the reverse. */
export function brokenPromises({ id, responses }: Operation, answer: Received): string[] {
  const promised = responses.get(answer.status)
  return promised
    ? [...headerFaults(promised, answer), ...bodyFaults(promised, answer)]
    : [`The document has no ${answer.status} for ${id}.`]
}
