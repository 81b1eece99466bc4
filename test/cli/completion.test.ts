import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'
import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commands } from '../../mocks/adapters/cli/commands/index.ts'
import { writeTemporary } from './files.ts'
import { refused } from './refused.ts'
import { runCli } from './run-cli.ts'

const execute = promisify(execFile)

/** A way to run a completion script: the words that the shell offers after a command line. */
interface Shell {
  /** The options of the shell that leave the files of its user alone. */
  readonly options: readonly string[]
  /** The script that prints what is offered, for a line whose last word is being typed. */
  complete(file: string, words: readonly string[]): string
}

const quote = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(' ')

const shells: Readonly<Record<'bash' | 'zsh' | 'fish', Shell>> = {
  bash: {
    options: ['--norc', '--noprofile', '-c'],
    complete: (file, words) => `
      source '${file}'
      COMP_WORDS=(${quote(words)})
      COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
      _rolecall
      printf '%s\\n' "\${COMPREPLY[@]}"`,
  },
  zsh: {
    // Its completion system needs a terminal: the functions that it gives a script stand in for it.
    options: ['-f', '-c'],
    complete: (file, typed) => `
      compdef() { : }
      source '${file}'
      words=(${quote(typed)})
      CURRENT=$#words
      PREFIX=\${words[-1]}
      compset() { PREFIX=\${PREFIX#*=} }
      compadd() { shift; for one in "$@"; do [[ $one == $PREFIX* ]] && print -r -- $one; done }
      _files() { for one in $PREFIX*(N); do print -r -- $one; done }
      _rolecall`,
  },
  fish: {
    options: ['-N', '-c'],
    complete: (file, words) => `source '${file}'; complete -C "${words.join(' ')}"`,
  },
}

describe.each(['bash', 'zsh', 'fish'] as const)('completion for %s', async (name) => {
  const { options, complete } = shells[name]
  const isInstalled = spawnSync(name, ['--version']).status === 0
  const script = isInstalled ? await runCli(['completion', name]) : undefined

  async function offered(line: string, files: readonly string[] = []): Promise<string[]> {
    const file = await writeTemporary('script', script?.out ?? '')
    const cwd = dirname(await writeTemporary('unused.txt', ''))
    for (const each of files) await writeFile(join(cwd, each), '')
    const words = ['rolecall', ...line.split(' ')]
    const { stdout, stderr } = await execute(name, [...options, complete(file, words)], {
      cwd,
      env: { PATH: process.env.PATH, HOME: cwd },
    })
    expect(stderr).toBe('')
    const lines = stdout.split('\n').map((one) => one.replace(/\t.*/, ''))
    return lines.filter((one) => one !== '').toSorted()
  }

  const policies = ['adaptive', 'bigml', 'ica', 'peltarion', 'superannotate']

  test.skipIf(!isInstalled).each([
    ['', [...new Set(Object.keys(commands).map((one) => one.replace(/ .*/, '')))].toSorted()],
    ['ma', ['matrix']],
    ['policy ', ['check', 'diff', 'rule']],
    ['policy d', ['diff']],
    ['can roles.cr', ['roles.create']],
    ['can --as admin@acme.test roles.cr', ['roles.create']],
    ['can --hardened roles.cr', ['roles.create']],
    ['mock --pol', ['--policy']],
    ['mock --policy b', ['bigml']],
    ['mock --scenario ac', ['acme']],
    ['mock --port ', []],
    ['mock --cors ', ['any', 'loopback', 'off']],
    ['matrix --format ', ['csv', 'json', 'markdown', 'text']],
    ['can --format ', ['json', 'text']],
    ['policy diff adaptive ic', ['ica']],
    ['policy diff adaptive ica ', []],
    ['completion ', ['bash', 'fish', 'zsh']],
    ['--v', ['--version']],
    ['nonsense ', []],
  ])(`offers after %j, unless ${name} is missing`, async (line, right) => {
    expect(await offered(line)).toEqual(right)
  })

  test.skipIf(!isInstalled)(
    `offers files where one may stand, unless ${name} is missing`,
    async () => {
      const files = ['mine.json', 'my values.yaml']
      const all = [...policies, 'mine.json', 'my values.yaml', 'unused.txt'].toSorted()
      const bare = (found: readonly string[]) => found.map((one) => one.replace('\\ ', ' '))
      expect(bare(await offered('policy check ', files))).toEqual(all)
      expect(bare(await offered('policy check bigml ', files))).toEqual(all)
      expect(bare(await offered('mock --values m', files))).toEqual(files)
      expect(await offered('mock ', files)).toEqual([])
    },
  )

  test.skipIf(!isInstalled)(`offers every option, unless ${name} is missing`, async () => {
    for (const [command, { options: own }] of Object.entries(commands)) {
      const all = [...Object.keys(own), 'help'].map((one) => `--${one}`).toSorted()
      expect(await offered(`${command} --`)).toEqual(all)
    }
  })

  test.skipIf(!isInstalled)(`offers the value after =, unless ${name} is missing`, async () => {
    const words = name === 'bash' ? 'mock --policy = b' : 'mock --policy=b'
    const [value, ...more] = await offered(words)
    expect([value?.replace('--policy=', ''), ...more]).toEqual(['bigml'])
  })
})

test.each([
  [['completion'], 'SHELL is missing. Name the shell: bash, zsh, fish.'],
  [['completion', 'bsh'], 'SHELL must be one of bash, zsh, fish, not "bsh". Did you mean bash'],
  [['completion', 'bash', 'zsh'], '"zsh" is unexpected. Leave it out: rolecall completion SHELL.'],
])('%j says the right usage', async (args, message) => {
  expect(await refused(...args)).toContain(message)
})
