import { printable } from './printable.ts'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Escapes a text for HTML, between tags and in quoted attributes, and its invisible characters. */
export const escapeHtml = (text: string): string =>
  printable(text).replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign)
