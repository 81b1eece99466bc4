import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Options } from 'ajv/dist/2020.js'
import ajvFormats from 'ajv-formats'
import standalone from 'ajv/dist/standalone/index.js'
import { build } from 'esbuild'
import type { Plugin } from 'esbuild'
import type { Schema } from './document.ts'
import { banner } from './printer.ts'
import { validationSchema } from './validation-schema.ts'

// CommonJS modules: under Node's ESM rules their `default` is a property of what is imported.
const addFormats = ajvFormats.default
const standaloneCode = standalone.default

export interface CompileInput {
  /** The schemas by id. Those in `exported` become exports; the others are only referred to. */
  readonly schemas: Readonly<Record<string, Schema>>
  readonly exported: readonly string[]
}

/** Compiles schemas to a CommonJS module of validators. */
export function compileValidators({ schemas, exported }: CompileInput, options: Options): string {
  const ajv = new Ajv2020({
    ...options,
    strict: true,
    allowUnionTypes: true,
    // Schemas that refer to one another share functions.
    inlineRefs: false,
    code: { source: true },
  })
  addFormats(ajv)
  for (const [id, schema] of Object.entries(schemas))
    ajv.addSchema({ ...validationSchema(schema), $id: id })
  return standaloneCode(ajv, Object.fromEntries(exported.map((id) => [id, id])))
}

/**
 * Joins modules in one file, which imports no other: Ajv's own output calls `require`. esbuild makes a
 * function of every module that is imported by `require`, so that it runs on first use.
 */
export async function bundleValidators(
  entry: string,
  modules: Readonly<Record<string, string>>,
): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: import.meta.dirname },
    plugins: [inMemory(modules)],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['main'],
    target: 'es2022',
    minify: true,
    banner: { js: `// ${banner}` },
  })
  return outputFiles[0]?.text ?? ''
}

/** Lets esbuild import the compiled code by name, without files in between. */
const inMemory = (modules: Readonly<Record<string, string>>): Plugin => ({
  name: 'in-memory',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^(${Object.keys(modules).join('|')})$`) }, ({ path }) => ({
      path,
      namespace: 'memory',
    }))
    onLoad({ filter: /.*/, namespace: 'memory' }, ({ path }) => ({
      contents: modules[path] ?? '',
      resolveDir: join(import.meta.dirname, '../..'),
    }))
  },
})
