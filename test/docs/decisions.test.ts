import { globSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { read, root } from './pages.ts'

const head = /^# (?<no>\d+)\. (?<title>.+)\n\nStatus: (?<status>.+)\. Date: (?<date>[\d-]+)\.\n/
const statuses =
  /^(accepted|amended by \[\d+\]\((?<by>[\w-]+\.md)\)|superseded by \[\d+\]\((?<by>[\w-]+\.md)\))$/
const row =
  /^\| (?<no>\d+) +\| \[(?<title>.+)\]\((?<file>.+)\) +\| (?<status>.+?) +\| (?<date>\S+) +\|$/gm

const files = globSync('docs/decisions/[0-9]*.md', { cwd: root }).toSorted()
const records = files.map((path) => {
  const { no = '', title = '', status = '', date = '' } = head.exec(read(path))?.groups ?? {}
  return { path, no, title, status, date }
})

describe.each(records)('the decision record $path', ({ path, no, status, date }) => {
  test('has the number of its file', () => {
    expect(basename(path)).toMatch(new RegExp(`^${no.padStart(4, '0')}-`))
  })

  test('has a status, and names the record that changes it', () => {
    expect(status).toMatch(statuses)
    const by = statuses.exec(status)?.groups?.by
    if (by !== undefined) expect(files.map((file) => basename(file))).toContain(by)
  })

  test('has a date', () => {
    expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(new Date(date).toISOString().slice(0, 10)).toBe(date)
  })
})

test('the index lists every record with its status and date', () => {
  const listed = Array.from(read('docs/decisions/README.md').matchAll(row), ({ groups }) => ({
    ...groups,
  }))

  expect(listed).toEqual(
    records.map(({ path, ...record }) => ({ ...record, file: basename(path) })),
  )
})
