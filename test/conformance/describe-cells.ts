import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Platform } from './platform.ts'
import { platforms } from './platforms.ts'
import { objectionToAction, objectionToCall } from './report.ts'
import { actionSurfaces } from './surfaces/actions.ts'
import { callSurfaces } from './surfaces/calls.ts'
import { overHttp, throughMsw } from './surfaces/network.ts'
import { type Cell, cellsOf, isByRule, readTables } from './table.ts'
import type { Surface } from './trial.ts'

/** Tests each cell of the policy's tables, in process and over HTTP. */
export function describeCells(policy: string): void {
  const { platform, cells } = tablesOf(policy)

  describe.each([policy])('%s', () => {
    let surfaces: readonly Surface[] = []
    let stop = async () => {}
    beforeAll(async () => {
      const http = await overHttp()
      surfaces = [...callSurfaces, http.surface]
      stop = http.stop
    })
    afterAll(() => stop())

    test.for(cells)('$table › $row.text › $column', async (cell) => {
      // Without the arguments of a call, the rules alone are asked.
      const rules = isByRule(cell) ? actionSurfaces : []
      const objections = await objectionsTo(platform, cell, surfaces, rules)
      expect(objections, objections).toBe('')
    })

    test('every cell was asked, on every surface', () => {
      expect(countOf(cells)).toBe(platform.cells)
      expect(surfaces.map(({ name }) => name)).toEqual([
        'mock.fetch',
        'client.can',
        'access.evaluate, the call',
        'HTTP',
      ])
    })
  })
}

/** Tests each cell of the policy's tables through MSW. */
export function describeCellsThroughMsw(policy: string): void {
  const { platform, cells } = tablesOf(policy)

  describe.each([policy])('%s, through MSW', () => {
    const { surface, stop } = throughMsw()
    afterAll(() => stop())

    test.for(cells)('$table › $row.text › $column', async (cell) => {
      const objections = await objectionsTo(platform, cell, [surface], [])
      expect(objections, objections).toBe('')
    })

    test('every cell was asked', () => {
      expect(countOf(cells)).toBe(platform.cells)
    })
  })
}

function tablesOf(policy: string): {
  readonly platform: Platform
  readonly cells: readonly Cell[]
} {
  const platform = platforms.find((one) => one.policy.name === policy)
  if (!platform) throw new Error(`There are no tables of ${policy}.`)
  return { platform, cells: cellsOf(readTables(policy)) }
}

async function objectionsTo(
  platform: Platform,
  cell: Cell,
  surfaces: readonly Surface[],
  actions: readonly Surface[],
): Promise<string> {
  const objections: string[] = []
  for (const trial of platform.trialsOf(cell)) {
    for (const surface of surfaces)
      objections.push(...(await objectionToCall(cell, trial, surface)))
    for (const surface of actions)
      objections.push(...(await objectionToAction(cell, trial, surface)))
  }
  return objections.join('\n')
}

/** The number of different cells. */
const countOf = (cells: readonly Cell[]): number =>
  new Set(cells.map(({ table, row, column }) => `${table} ${row.text} ${column}`)).size
