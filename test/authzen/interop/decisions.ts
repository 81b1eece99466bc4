/**
 * The decisions of the interoperability scenarios of the AuthZEN working group, from its own files of expected
 * results. `+` is a permit and `-` a denial.
 */

/** What each person of Todo 1.1 may do, a column for each of `todoQuestions`. */
export const todoDecisions = {
  rick: '+ + + + + + + +',
  morty: '+ + + + - + - +',
  summer: '+ + + + - + - +',
  beth: '+ + + - - - - -',
  jerry: '+ + + - - - - -',
} as const

export type TodoPerson = keyof typeof todoDecisions

/** Who completes whose todos in one request. */
export const todoBatches: readonly (readonly [TodoPerson, readonly TodoPerson[], string])[] = [
  ['rick', ['rick', 'jerry'], '+ +'],
  ['morty', ['rick', 'morty'], '- +'],
  ['jerry', ['rick', 'jerry'], '- -'],
]

export const searchPeople = ['alice', 'bob', 'carol', 'dan', 'erin', 'felix'] as const

/** The first letters of what each of `searchPeople` may do with a record: view, edit, delete. */
export const searchDecisions: Readonly<Record<string, string>> = {
  101: 'ved v   v   v   -   -',
  102: 'v   ved v   v   -   -',
  103: 'v   v   ved v   -   -',
  104: 'v   -   -   ved -   v',
  105: 'v   v   v   v   ved -',
  106: 'v   -   -   v   -   ved',
  107: 'ved -   -   v   -   -',
  108: 'v   ved v   v   -   -',
  109: 'v   -   ved v   -   v',
  110: 've  -   -   ved -   -',
  111: 'v   -   -   v   ved v',
  112: 'v   v   v   v   -   ved',
  113: 'ved -   -   v   -   -',
  114: 'v   ved -   v   -   v',
  115: 'v   -   ved ve  v   -',
  116: 'v   v   v   ved -   -',
  117: 'v   v   v   v   ved -',
  118: 'v   -   -   v   -   ved',
  119: 'ved v   v   v   -   -',
  120: 'v   ved -   v   -   v',
}
