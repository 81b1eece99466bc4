const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * Decodes UTF-8. If the bytes are not UTF-8, each becomes a lone surrogate: `isWellFormed()` then tells
 * that they are not text, and different bytes stay different.
 */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes)
  } catch {
    let text = ''
    for (const byte of bytes) text += String.fromCharCode(0xdc_00 + byte)
    return text
  }
}

/** Removes the byte order mark that some editors put in front of a text. */
export const withoutBom = (text: string): string =>
  text.startsWith('\u{FEFF}') ? text.slice(1) : text
