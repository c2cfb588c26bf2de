/**
 * Escapes text for one line of Markdown (CommonMark with tables): nothing in it can begin markup, HTML or a table cell.
 *
 * Line ends become spaces, because the writers decide where lines end.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}]+/gu, " ")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/[\\`*_[\]|~#]/g, "\\$&")
    .replace(/^(\s*)([-+=])/, "$1\\$2")
    .replace(/^(\s*\d+)([.)])/, "$1\\$2")
    .replace(/:(?=\/\/)/g, "&#58;");
}
