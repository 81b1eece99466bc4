import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { platforms } from './platforms.ts'
import { objectionToAction, objectionToCall } from './report.ts'
import { actionSurfaces } from './surfaces/actions.ts'
import { callSurfaces } from './surfaces/calls.ts'
import { networkSurfaces } from './surfaces/network.ts'
import { cellsOf, isByRule, readTables } from './table.ts'
import type { Surface } from './trial.ts'

/** Tests each cell of the policy's tables, on every surface. */
export function describeCells(policy: string): void {
  const platform = platforms.find((one) => one.policy.name === policy)
  if (!platform) throw new Error(`There are no tables of ${policy}.`)
  const cells = cellsOf(readTables(policy))
  const asked = new Set<string>()

  describe.each([platform])('$policy.name', () => {
    let surfaces: readonly Surface[] = []
    let stop = async () => {}
    beforeAll(async () => {
      const network = await networkSurfaces()
      surfaces = [...callSurfaces, ...network.surfaces]
      stop = network.stop
    })
    afterAll(() => stop())

    test.for(cells)('$table › $row.text › $column', async (cell) => {
      const objections: string[] = []
      for (const trial of platform.trialsOf(cell)) {
        for (const surface of surfaces) {
          objections.push(...(await objectionToCall(cell, trial, surface)))
        }
        // Without the arguments of a call, the rules alone are asked.
        for (const surface of isByRule(cell) ? actionSurfaces : []) {
          objections.push(...(await objectionToAction(cell, trial, surface)))
        }
      }
      asked.add(`${cell.table} ${cell.row.text} ${cell.column}`)
      expect(objections.join('\n'), objections.join('\n')).toBe('')
    })

    test('every cell was asked', () => {
      expect(asked.size).toBe(platform.cells)
      expect(cells).toHaveLength(platform.cells)
      expect(surfaces.map(({ name }) => name)).toEqual([
        'mock.fetch',
        'client.can',
        'access.evaluate, the call',
        'HTTP',
        'MSW',
      ])
    })
  })
}
