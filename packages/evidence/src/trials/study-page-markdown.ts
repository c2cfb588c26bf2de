import type { PageTable } from "./page-table.ts";
import type { PageSection, StudyPage } from "./study-page.ts";

/** A study page as Markdown. Text from the record is escaped, so that it cannot make markup. */
export function studyPageMarkdown(page: StudyPage): string {
  return [`# ${escapeText(page.title)}`, escapeText(page.citation), ...page.sections.map(sectionMarkdown)]
    .join("\n\n")
    .concat("\n");
}

function sectionMarkdown({ title, paragraphs = [], items = [], table }: PageSection): string {
  return [
    `## ${escapeText(title)}`,
    ...paragraphs.map(escapeText),
    ...(items.length === 0 ? [] : [items.map((item) => `- ${escapeText(item)}`).join("\n")]),
    ...(table === undefined || table.rows.length === 0 ? [] : [tableMarkdown(table)]),
  ].join("\n\n");
}

function tableMarkdown({ head, rows }: PageTable): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => escapeText(cell).replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), `|${head.map(() => "---").join("|")}|`, ...rows.map(line)].join("\n");
}

/** Makes markup characters literal and keeps a text on one line. */
export function escapeText(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_<>[\]]/g, (character) => `\\${character}`);
}
