import { type Broken, rule } from './broken.ts'

/** Properties, and further names of types. */
export const brokenProperties: readonly Broken[] = [
  {
    what: 'a property without a value that will do',
    put: { '/rules/shelf.keep/require/any/1': { property: 'resource.state', is: [] } },
    code: 'unreachable',
    pointer: '/rules/shelf.keep/require/any/1/is',
    message: 'Nobody can meet this requirement: it names no value.',
    fix: 'Name the values that will do.',
  },
  {
    what: 'an action to see something',
    put: { '/visibility/project': rule({ property: 'action.soft', is: true }) },
    code: 'unreachable',
    pointer: '/visibility/project/require/property',
    message:
      'Nobody can meet this requirement: nothing is done to a resource that is seen, so there is no action.',
    fix: 'Compare a property of the subject or the resource.',
  },
  {
    what: 'a question that shows something',
    put: {
      '/visibility/project': rule({ property: 'subject.age', is: 18, fromQuestion: true }),
    },
    code: 'no_effect',
    pointer: '/visibility/project/require/fromQuestion',
    message: 'Visibility reads stored properties alone, whatever a question states.',
    fix: 'Remove "fromQuestion".',
  },
  {
    what: 'a property that is wider than another beside it',
    put: {
      '/rules/shelf.keep/require/any/1': {
        all: [
          { property: 'resource.state', is: ['open', 'new'] },
          { property: 'resource.state', is: 'open' },
        ],
      },
    },
    code: 'never_decisive',
    pointer: '/rules/shelf.keep/require/any/1/all/0',
    message: 'This part is never decisive: everybody who meets part 1 meets this one too.',
    fix: 'Remove it, or remove part 1.',
  },
  {
    what: 'a property of nothing that a question has',
    put: { '/rules/shelf.keep/require/any/1': { property: 'shelf.state', is: 'open' } },
    code: 'shape',
    pointer: '/rules/shelf.keep/require/any/1/property',
    message: '"shelf.state" is no property of the subject, the resource or the action.',
    fix: 'Write it as in "resource.status".',
  },
  {
    what: 'a misspelt part of a question',
    put: { '/rules/shelf.keep/require/any/1': { property: 'resorce.state', is: 'open' } },
    code: 'shape',
    pointer: '/rules/shelf.keep/require/any/1/property',
    message: '"resorce.state" is no property of the subject, the resource or the action.',
    fix: 'Did you mean resource.state?',
  },
  {
    what: 'a part of a question, and a dot too many',
    put: { '/rules/shelf.keep/require/any/1': { property: 'subject..age', is: 7 } },
    code: 'shape',
    pointer: '/rules/shelf.keep/require/any/1/property',
    message: '"subject..age" is no property of the subject, the resource or the action.',
    fix: 'Did you mean subject.age?',
  },
  {
    what: 'a further name of a kind that there is not',
    put: {
      '/kinds/book': { description: 'A book.' },
      '/types': { volume: { artifact: 'bok' } },
    },
    code: 'unknown_kind',
    pointer: '/types/volume/artifact',
    message: 'There is no kind "bok".',
    fix: 'Did you mean book?',
  },
  {
    what: 'a further name that is a type',
    put: { '/types': { team: 'project' } },
    code: 'not_in_document',
    pointer: '/types/team',
    message: '"team" is a type already, and keeps its meaning.',
    fix: 'Choose another name, or leave it out.',
  },
  {
    what: 'an empty name of a type',
    put: { '/types': { ' ': 'project' } },
    code: 'not_in_document',
    pointer: '/types/ ',
    message: 'The name of a type is empty.',
    fix: 'Say it in a word.',
  },
]
