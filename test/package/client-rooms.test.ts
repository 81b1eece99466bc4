import { globSync, readFileSync } from 'node:fs'
import { join, normalize, sep } from 'node:path'
import { expect, test } from 'vitest'

/** The rooms that one call goes through: each imports only from those below it. */
const rooms = [
  'src/core/can',
  'src/core/send',
  'src/core/answers',
  'src/core/options',
  'src/core/token',
  'src/core/limits',
  'src/errors',
  'src/core/watch',
  'src/core/base',
]

const roomOf = (file: string) => rooms.find((room) => file.startsWith(`${room}/`))

const arrows = globSync(rooms.map((room) => `${room}/*.ts`)).flatMap((path) => {
  const file = path.replaceAll(sep, '/')
  return [...readFileSync(path, 'utf8').matchAll(/\bfrom '(\.[^']+)'/g)].map(([, to = '']) => ({
    file,
    to: normalize(join(file, '..', to)).replaceAll(sep, '/'),
  }))
})

test('every folder of the core is a room', () => {
  const folders = globSync('src/core/*/').map((path) =>
    path.replaceAll(sep, '/').replace(/\/$/, ''),
  )
  expect(folders.toSorted()).toEqual(rooms.filter((room) => room !== 'src/errors').toSorted())
})

test('no arrow runs up', () => {
  expect(arrows.length).toBeGreaterThan(100)
  const up = arrows.filter(({ file, to }) => {
    const room = roomOf(to)
    if (!room) return !to.startsWith('src/generated/')
    return rooms.indexOf(room) < rooms.indexOf(roomOf(file) ?? '')
  })
  expect(up.map(({ file, to }) => `${file} -> ${to}`)).toEqual([])
})
