import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

test('the mock and its handlers bundle for a browser, without modules of Node', async () => {
  const source = (path: string) => fileURLToPath(new URL(`../../mocks/${path}`, import.meta.url))
  const { metafile, warnings } = await build({
    entryPoints: [source('index.ts'), source('adapters/msw.ts')],
    bundle: true,
    platform: 'browser',
    format: 'esm',
    external: ['msw'],
    outdir: 'unused',
    write: false,
    metafile: true,
    logLevel: 'silent',
  })
  expect(warnings).toEqual([])
  const inputs = Object.keys(metafile.inputs)
  expect(
    inputs.filter((path) => /mocks\/(server|cli|values)\/|node_modules\/yaml/.test(path)),
  ).toEqual([])
})
