import { keyedInputs } from './inputs.ts'
import { block, docComment, importTypes, sourceFile } from './printer.ts'
import { resourceTree } from './resource-tree.ts'
import type { Spec } from './spec.ts'

const parameter = '<K extends PolicyKeys = AnyKeys>'

/** All resources together, and every operation's type by its id. */
export function emitClient(spec: Spec): string {
  const { top, all } = resourceTree(spec, keyedInputs(spec))
  return sourceFile(
    [
      importTypes(['Core'], '../core/core.ts'),
      importTypes(['AnyKeys', 'PolicyKeys'], './policies.ts'),
      ...all.map(({ typeName, file }) => importTypes([typeName], `./resources/${file}`)),
      ...top.map(
        ({ functionName, file }) => `import { ${functionName} } from './resources/${file}'`,
      ),
    ],
    docComment("The platform's resources, each with one method per operation.") +
      block(
        `export interface Resources${parameter}`,
        top.map(
          ({ name, type, description }) => `${docComment(description)}readonly ${name}: ${type}`,
        ),
      ),
    docComment('Every operation as the method that calls it, by its id.') +
      block(
        `export interface Calls${parameter}`,
        all.flatMap(({ type, operations }) =>
          operations.map(({ id, name }) => `'${id}': ${type}['${name}']`),
        ),
      ),
    docComment('Makes the resources of a client.') +
      `export function createResources<K extends PolicyKeys>(core: Core): Resources<K> {\n` +
      block(
        'return',
        top.map(({ name, functionName }) => `${name}: ${functionName}(core),`),
      ) +
      '}\n',
  )
}
