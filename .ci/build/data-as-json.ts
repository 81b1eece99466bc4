import { pathToFileURL } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import type { Plugin } from 'rolldown'

interface DataModules {
  /** Modules that export functions, each of which returns data. */
  readonly functions: readonly string[]
  /** Modules that export the same data as constants. */
  readonly constants: readonly string[]
}

/**
 * A plugin that writes data as JSON: what the functions return is parsed when they are first called, and
 * the constants are what they return. Engines read JSON several times faster than the code that makes
 * the same, and bundlers drop it where it is unused.
 */
export function dataAsJson({ functions, constants }: DataModules): Plugin {
  return {
    name: 'data-as-json',
    async load(id) {
      if (functions.includes(id)) return asModule((await returnedBy(id)).map(parsing))
      if (!constants.includes(id)) return null
      const sources = await Promise.all(
        functions.map(async (from) => (await returnedBy(from)).map((one) => ({ ...one, from }))),
      )
      const lines = (await exportsOf(id)).map(([name, value]) => {
        const source = sources.flat().find((one) => one.value === value)
        if (source === undefined) throw new Error(`${id}: no function returns ${name}.`)
        return `import { ${source.name} as make } from ${JSON.stringify(source.from)}
          export const ${name} = /* @__PURE__ */ make()`
      })
      return asModule(lines)
    },
  }
}

interface Returned {
  readonly name: string
  readonly value: unknown
}

async function returnedBy(path: string): Promise<Returned[]> {
  return (await exportsOf(path)).map(([name, make]) => {
    if (typeof make !== 'function') throw new TypeError(`${path}: ${name} is no function.`)
    const value: unknown = Reflect.apply(make, undefined, [])
    return { name, value }
  })
}

async function exportsOf(path: string): Promise<[name: string, value: unknown][]> {
  const module: unknown = await import(pathToFileURL(path).href)
  return Object.entries(module ?? {})
}

function parsing({ name, value }: Returned): string {
  const json = JSON.stringify(value)
  if (!isDeepStrictEqual(JSON.parse(json), value)) {
    throw new Error(`What ${name} returns holds more than JSON can.`)
  }
  return `let ${name}Data
    export function ${name}() { return ${name}Data ??= JSON.parse(${JSON.stringify(json)}) }`
}

const asModule = (lines: readonly string[]) => ({
  code: lines.join('\n'),
  moduleType: 'js' as const,
  map: { mappings: '' },
})
