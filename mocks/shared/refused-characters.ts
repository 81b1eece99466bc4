/** The characters that no name may hold, in words: the pattern of names in the document has them. */
export const refusedCharacters =
  'control characters, separators of lines, halves of a character, U+200B, U+2060, U+FEFF, or controls of direction (U+202A to U+202E, U+2066 to U+2069)'
