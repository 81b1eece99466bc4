import { expect, test } from 'vitest'
import { readFences } from './read-fences.ts'
import { says } from './says.ts'

const markdown = `# Title

\`\`\`ts
const one = 1
\`\`\`

## Part

\`\`\`ts file=docs/some.ts
// two.ts
two()
\`\`\`
`

test('a fence knows its line, its heading, its source and its name', () => {
  const [one, two] = readFences(markdown)
  expect(one).toEqual({
    language: 'ts',
    copiedFrom: undefined,
    saveAs: undefined,
    heading: 'Title',
    line: 4,
    code: 'const one = 1\n',
  })
  expect(two).toEqual({
    language: 'ts',
    copiedFrom: 'docs/some.ts',
    saveAs: 'two.ts',
    heading: 'Part',
    line: 10,
    code: '// two.ts\ntwo()\n',
  })
})

test('the comment beside console.log must equal its output', () => {
  says("{ a: 'b' } 1", { a: 'b' }, 1)

  expect(() => says('2', 1)).toThrow("expected '1' to be '2'")
})
