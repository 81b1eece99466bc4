import { styleText } from 'node:util'

/** The output of the tour. */
export interface Printer {
  title(text: string): void
  step(number: number, title: string, who: string): void
  /** The source of a call. */
  code(source: string): void
  /** Labels and texts in two columns. */
  rows(rows: readonly Row[]): void
  /** The width of a labelled text, in columns. */
  readonly width: number
  /** A text of several lines, whose first columns hold labels. */
  labelled(text: string): void
  text(text: string): void
}

/** A label, its text, and whether that is good or bad news. */
type Row = readonly [label: string, text: string, news?: 'good' | 'bad']

const width = 80
const indent = '  '
const margin = 10

// styleText adds no colours if the output is no terminal or NO_COLOR is set.
const news = {
  good: (text: string) => styleText('green', text),
  bad: (text: string) => styleText('red', text),
  none: (text: string) => text,
}

/** Prints within 80 columns, in colour on a terminal. */
export function printer(write: (line: string) => void): Printer {
  return {
    width: width - indent.length,

    title: (text) => write(styleText('bold', text)),

    step(number, title, who) {
      const left = `${number}  ${title}`
      const right = `as ${who}`
      const gap = ' '.repeat(Math.max(2, width - left.length - right.length))
      write(`\n${styleText('bold', left)}${gap}${styleText('dim', right)}`)
    },

    code(source) {
      for (const line of dedent(source)) write(styleText('cyan', `${indent}${line}`))
    },

    rows(rows) {
      for (const [label, text, kind = 'none'] of rows) {
        const start = `${indent}${label.padEnd(margin)}`
        const [first = '', ...rest] = wrap(text, width - start.length)
        write(`${styleText('dim', start)}${news[kind](first)}`)
        for (const line of rest) write(`${' '.repeat(start.length)}${news[kind](line)}`)
      }
    },

    labelled(text) {
      for (const line of text.split('\n')) {
        write(`${indent}${styleText('dim', line.slice(0, margin))}${line.slice(margin)}`)
      }
    },

    text: (text) => write(text),
  }
}

/** The source of a call, without its indentation in the file. */
function dedent(source: string): string[] {
  const [first = '', ...rest] = source.split('\n')
  const depth = Math.min(...rest.map((line) => line.search(/\S|$/)))
  return [first, ...rest.map((line) => line.slice(depth))]
}

function wrap(text: string, columns: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line && line.length + 1 + word.length > columns) {
      lines.push(line)
      line = word
    } else {
      line = line ? `${line} ${word}` : word
    }
  }
  return [...lines, line]
}
