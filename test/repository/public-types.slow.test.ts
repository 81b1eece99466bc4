import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { compareSurfaces } from '../../.ci/promises/compare-surfaces.ts'
import { readSurface } from '../../.ci/promises/read-surface.ts'

/** Declarations before and after, and what breaks. */
const rows: Readonly<Record<string, readonly [before: string, after: string, breaks: string[]]>> = {
  Same: [
    'export interface Same { a: string }',
    'export interface Same { /** Text. */ a: string }',
    [],
  ],
  gone: [
    'export declare function gone(): void',
    'export {}',
    ['gone: no longer exported by rolecall/gone'],
  ],
  Kind: [
    'export interface Kind { a: 1 }',
    'export type Kind = { a: 1 }',
    ['Kind: was interface, is type'],
  ],
  Less: [
    'export interface Less { a: 1; b: 2 }',
    'export interface Less { a: 1 }',
    ['Less.b: removed'],
  ],
  More: ['export interface More { a: 1 }', 'export interface More { a: 1; b: 2 }', []],
  Wider: ["export type Wider = 'a'", "export type Wider = 'a' | 'b'", []],
  Narrower: [
    "export type Narrower = 'a' | 'b'",
    "export type Narrower = 'a'",
    ["Narrower: was  = 'a' | 'b', is  = 'a'"],
  ],
  Maybe: [
    'export interface Maybe { a: 1 }',
    'export interface Maybe { a?: 1 }',
    ['Maybe.a: was 1, is ?: 1'],
  ],
  Moved: [
    'export interface Moved { a: 1; b(): void }',
    'interface Base { b(): void }\nexport interface Moved extends Base { a: 1 }',
    [],
  ],
  NeededOptions: [
    'export interface NeededOptions { a: 1 }\nexport declare function needs(o: NeededOptions): void',
    'export interface NeededOptions { a: 1; b: 1 }\nexport declare function needs(o: NeededOptions): void',
    ['NeededOptions.b: required'],
  ],
  HiddenOptions: [
    'interface Inner { a?: 1 }\nexport declare function hidden(o: { x: Inner }): void',
    'interface Inner { b?: 1 }\nexport declare function hidden(o: { x: Inner }): void',
    ['Inner.a: removed'],
  ],
  Made: [
    'export interface Made { a(): 1 }\nexport declare function make(): Made\nexport declare function take(m: Made): void',
    'export interface Made { a(): 1; b(): 1 }\nexport declare function make(): Made\nexport declare function take(m: Made): void',
    [],
  ],
  fewer: [
    'export declare function fewer(a: 1, b?: 2): void',
    'export declare function fewer(a: 1): void',
    ['fewer: was (1, 2?) => void, is (1) => void'],
  ],
  further: [
    'export declare function further(a: 1): void',
    'export declare function further(a: 1, b?: 2): void',
    [],
  ],
  required: [
    'export declare function required(a: 1): void',
    'export declare function required(a: 1, b: 2): void',
    ['required: was (1) => void, is (1, 2) => void'],
  ],
  accepting: [
    'export declare function accepting(a: string): void',
    'export declare function accepting(a: string | ((b: 1 | 2) => void)): void',
    [],
  ],
  overloaded: [
    'export declare function overloaded(a: 1): 1\nexport declare function overloaded(a: 2): 2',
    'export declare function overloaded(a: 2): 2',
    ['overloaded: was (1) => 1, is (2) => 2'],
  ],
  Derived: [
    'export declare class Derived extends Error { private a: 1 }',
    'export declare class Derived extends TypeError { #b: 1 }',
    ['Derived: no longer extends Error'],
  ],
  data: [
    "export declare const data: 'a'",
    "export declare const data: 'b'",
    ["data: was 'a', is 'b'"],
  ],
}

test('the public types of two versions are compared, declaration by declaration', () => {
  const root = mkdtempSync(join(tmpdir(), 'rolecall-surface-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const [before, after] = ([0, 1] as const).map((at) => {
    const folder = join(root, String(at))
    const write = (path: string, text: string) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    const exports = Object.keys(rows).map(
      (name) => [`./${name}`, { types: `./dist/${name}.d.ts` }] as const,
    )
    write('package.json', JSON.stringify({ type: 'module', exports: Object.fromEntries(exports) }))
    for (const [name, texts] of Object.entries(rows)) write(`dist/${name}.d.ts`, texts[at])
    return readSurface(folder)
  })
  if (before === undefined || after === undefined) throw new TypeError('Two versions are compared.')

  const found = compareSurfaces(before, after).map(({ subject, change }) => `${subject}: ${change}`)
  expect(found.toSorted()).toEqual(
    Object.values(rows)
      .flatMap(([, , breaks]) => breaks)
      .toSorted(),
  )
})
