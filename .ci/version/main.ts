/**
 * Makes the next version of the changesets: raises the version in package.json and the lock file,
 * moves the changesets into CHANGELOG.md, and records what the version promises.
 */

import { execFileSync } from 'node:child_process'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { addRelease, readChangeset } from './changelog.ts'

const changesets = globSync('.changeset/*.md', { exclude: ['.changeset/README.md'] })
  .toSorted()
  .flatMap((file) => readChangeset(readFileSync(file, 'utf8')) ?? [])

// Ends with 1 if there is none.
run('changeset', 'version')

const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
// changeset leaves the lock file as it was.
run('npm', 'version', version, '--allow-same-version', '--no-git-tag-version', '--ignore-scripts')

const changelog = readFileSync('CHANGELOG.md', 'utf8')
const date = new Date().toISOString().slice(0, 10)
writeFileSync('CHANGELOG.md', addRelease(changelog, changesets, { version, date }))
// What this version promises, which the next one is compared with. A package without a build has none.
run('npm', 'run', '--if-present', 'build')
run('npm', 'run', '--if-present', 'promises', '--', '--record')
// The name of the tarball in README.md has the version.
const readme = readFileSync('README.md', 'utf8')
writeFileSync('README.md', readme.replaceAll(/rolecall-[\d.]+\.tgz/g, `rolecall-${version}.tgz`))
console.log(`Review and commit, then push the tag v${version}: the release workflow publishes it.`)

function run(command: string, ...args: string[]): void {
  execFileSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' })
}
