import type { Command, Commands } from '../command.ts'

const shells = ['bash', 'zsh', 'fish']

/** Prints a script that completes these commands, and itself. */
export const completionOf = (commands: Commands): Command => {
  const completion: Command = {
    summary: 'Print a script that completes commands, options and values in your shell.',
    takes: [{ value: 'SHELL', needed: `Name the shell: ${shells.join(', ')}.`, known: shells }],
    options: {},
    example:
      "rolecall completion bash > ~/.rolecall.bash && echo 'source ~/.rolecall.bash' >> ~/.bashrc",
    async run(_, [shell = '']) {
      const { printCompletion } = await import('../print-completion.ts')
      return printCompletion({ ...commands, completion }, shell)
    },
  }
  return completion
}
