import { spawn } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { root } from '../docs/pages.ts'
import { endOf } from '../support/end-of-process.ts'

const changeset = "---\n'rolecall': minor\n---\n\nTwo.\n"

test('changesets become a version, a section of the changelog, and a release', async () => {
  const { path, text, run, commit } = await repository({ '.changeset/two.md': changeset })
  const workflow = {
    GITHUB_REF_TYPE: 'tag',
    GITHUB_REF_NAME: 'v0.2.0',
    GITHUB_SERVER_URL: 'https://code.example',
    GITHUB_REPOSITORY: 'acme/rolecall',
  }
  const release = path('.ci/release')

  expect(await run(release)).toMatchObject({
    code: 1,
    stderr: 'Not released: 1 changeset(s) are pending; run `npm run release:version`.\n',
  })

  await run(process.execPath, [path('.ci/version/main.ts')])
  const version = '0.2.0'
  expect(JSON.parse(await text('package.json'))).toMatchObject({ version })
  expect(JSON.parse(await text('package-lock.json'))).toMatchObject({
    version,
    packages: { '': { version } },
  })
  expect(await text('CHANGELOG.md')).toMatch(
    /^# Changelog\n\n## \[0\.2\.0\] - \d{4}-\d\d-\d\d\n\n### Added\n\n- Two\.\n\n## \[0\.1\.0\]/,
  )
  expect(await text('README.md')).toContain('rolecall-0.2.0.tgz')
  await expect(text('.changeset/two.md')).rejects.toThrow('ENOENT')
  expect(await run(release)).toMatchObject({
    code: 1,
    stderr: 'Not released: the work tree has changes; commit them.\n',
  })

  await commit()
  const rehearsal = await run(release, ['--dry-run'], workflow)
  expect(rehearsal.stdout).toContain('+ rolecall@0.2.0')
  expect(rehearsal.stderr).toContain('with tag latest and public access (dry-run)')
  expect(rehearsal.code).toBe(0)
  // Provenance demands it.
  expect(JSON.parse(await text('package.json'))).toMatchObject({
    repository: { type: 'git', url: 'git+https://code.example/acme/rolecall.git' },
  })
})

test('a rehearsal lists the package and every obstacle, and exits as the release would', async () => {
  const { path, run } = await repository({
    '.changeset/two.md': changeset,
    'CHANGELOG.md': '# Changelog\n',
  })
  const workflow = { GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: 'v0.2.0' }
  const { code, stdout, stderr } = await run(path('.ci/release'), ['--dry-run'], workflow)

  expect(stderr.match(/^Not released: .*$/gm)).toEqual([
    'Not released: 1 changeset(s) are pending; run `npm run release:version`.',
    'Not released: CHANGELOG.md has no section [0.1.0].',
    'Not released: the tag is v0.2.0; package.json says 0.1.0.',
  ])
  expect(stdout).toContain('+ rolecall@0.1.0')
  expect(code).toBe(1)
})

/** A repository with a small package, and this project's release files. */
async function repository(files: Readonly<Record<string, string>>) {
  const folder = await mkdtemp(join(tmpdir(), 'rolecall-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const path = (name: string) => join(folder, name)
  for (const name of ['.ci', '.changeset/config.json', '.changeset/README.md']) {
    await cp(join(root, name), path(name), { recursive: true })
  }
  await symlink(join(root, 'node_modules'), path('node_modules'))

  const manifest = { name: 'rolecall', version: '0.1.0', license: 'MIT', type: 'module' }
  const lock = { ...manifest, lockfileVersion: 3, requires: true, packages: { '': manifest } }
  const all = {
    'package.json': JSON.stringify(manifest),
    'package-lock.json': JSON.stringify(lock),
    'CHANGELOG.md': '# Changelog\n\n## [0.1.0] - 2026-11-30\n\n### Added\n\n- One.\n',
    'README.md': 'npm install ../rolecall/rolecall-0.1.0.tgz\n',
    '.gitignore': 'node_modules\n',
    ...files,
  }
  for (const [name, content] of Object.entries(all)) await writeFile(path(name), content)

  const outside = { GITHUB_REF_TYPE: '', GITHUB_REF_NAME: '', GITHUB_REPOSITORY: '' }
  const run = (command: string, args: readonly string[] = [], env: NodeJS.ProcessEnv = {}) =>
    endOf(
      spawn(command, args, {
        cwd: folder,
        env: { ...process.env, ...outside, ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    )
  const commit = async () => {
    await run('git', ['add', '--all'])
    const who = ['-c', 'user.name=Test', '-c', 'user.email=test@acme.test']
    await run('git', [...who, 'commit', '--quiet', '--message', 'Commit'])
  }
  await run('git', ['init', '--quiet', '--initial-branch=main'])
  await commit()
  return { path, text: (name: string) => readFile(path(name), 'utf8'), run, commit }
}
