/** The characters that names may not hold, in words. The document has them as a pattern. */
export const refusedCharacters =
  'control characters, separators of lines, halves of a character, U+200B, U+2060, U+FEFF, or controls of direction (U+202A to U+202E, U+2066 to U+2069)'
