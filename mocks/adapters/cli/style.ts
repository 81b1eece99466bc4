import { styleText } from 'node:util'

// styleText adds no colours if the output is no terminal or NO_COLOR is set. Formats are nested: given a
// list of them, Node 22.12 colours pipes too.

/** For headings and names. */
export const bold = (text: string): string => styleText('bold', text)

/** For details. */
export const dim = (text: string): string => styleText('dim', text)

/** For URLs and calls. */
export const cyan = (text: string): string => styleText('cyan', text)

/** For warnings and errors, which go to stderr. */
export const alert = (text: string): string => {
  const { stderr: stream } = process
  return styleText('bold', styleText('yellow', text, { stream }), { stream })
}

/** For good news. */
export const good = (text: string): string => bold(styleText('green', text))

/** For bad news. */
export const bad = (text: string): string => bold(styleText('red', text))

/** For warnings. */
export const doubtful = (text: string): string => bold(styleText('yellow', text))
