import { ReportError } from "../report-error.ts";

/**
 * Lets a link through only where it leads to an https address or to a place in the same document.
 *
 * @returns the address unchanged
 * @throws ReportError `link-target` otherwise, e.g. for `javascript:`
 */
export function linkTarget(href: string): string {
  if (/^#[a-z0-9-]+$/.test(href) || /^https:\/\/[^\s"'<>\\]+$/.test(href)) return href;
  throw new ReportError("link-target", `Cannot link to ${JSON.stringify(href)}: need an https address or # and an id`);
}
