import { styleText } from 'node:util'

// styleText leaves a text as it is where there is no terminal, and where NO_COLOR is set. One format at
// a time: given several at once, that of Node 22.12 colours pipes too.

/** For what to look at first. */
export const bold = (text: string): string => styleText('bold', text)

/** For what most readers skip. */
export const dim = (text: string): string => styleText('dim', text)

/** For what stands out as an address does. */
export const cyan = (text: string): string => styleText('cyan', text)

/** For a warning or an error, which go to the other stream. */
export const alert = (text: string): string => {
  const { stderr: stream } = process
  return styleText('bold', styleText('yellow', text, { stream }), { stream })
}

/** For good news. */
export const good = (text: string): string => bold(styleText('green', text))

/** For bad news. */
export const bad = (text: string): string => bold(styleText('red', text))

/** For what is probably not meant. */
export const doubtful = (text: string): string => bold(styleText('yellow', text))
