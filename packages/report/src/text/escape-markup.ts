/**
 * Escapes text for XML and HTML content and quoted attribute values.
 *
 * Control characters other than tab and line ends, lone surrogates and non-characters become the replacement character,
 * because neither format may hold them.
 */
export function escapeMarkup(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, (character) => ("\t\n\r".includes(character) ? character : "\uFFFD"))
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
