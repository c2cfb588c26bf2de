import type { StudiedRange } from "@kinetamine/design";

/** Where a dose stands, in words that follow "this dose was ...". */
const words: Readonly<Record<StudiedRange, string>> = {
  studied: "studied in this disorder",
  "studied-elsewhere": "studied elsewhere only",
  outside: "outside all trial data",
};

/** Says where a dose stands against what trials studied. */
export function rangeWords(range: StudiedRange): string {
  return words[range];
}
