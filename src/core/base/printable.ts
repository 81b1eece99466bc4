/**
 * Escapes invisible characters, such as `\u001b`: controls, line breaks, bidirectional controls and
 * zero-width spaces. Keeps joiners (U+200C, U+200D): Persian, Hindi and emoji need them.
 *
 * @param keep - Characters not to escape.
 */
export function printable(text: string, keep = ''): string {
  return text.replace(hidden, (sign) =>
    keep.includes(sign) ? sign : `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

// C0 and C1, half a character, separators of lines, bidirectional controls, spaces without width.
const hidden = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200b\u2060\u202a-\u202e\u2066-\u2069\ufeff]/gu
