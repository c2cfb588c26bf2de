import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { hostileInput } from "../../test/hostile-input.ts";
import { hostileTexts } from "../../test/hostile-texts.ts";
import { syntheticInput } from "../../test/synthetic-run.ts";
import { contentHtml } from "./inline-html.ts";
import { renderHtmlReport } from "./render-html-report.ts";

const input = syntheticInput({ subjectCount: 8 });
const text = renderHtmlReport(input);
const { document } = parseHTML(text);
const all = <T extends Element = Element>(selector: string) => [...document.querySelectorAll<T>(selector)];

describe("the page", () => {
  it("is the same to the byte for the same input", () => {
    expect(renderHtmlReport(input)).toBe(text);
  });

  it("holds no script and fetches nothing", () => {
    expect(text).not.toMatch(/<script|<link|<iframe|<object|<embed|@import|url\(http|src=/i);
    const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute("content");
    expect(policy).toContain("default-src 'none'; style-src 'unsafe-inline'; img-src data:");
  });

  it("has a language, one main heading, landmarks and a skip link that leads somewhere", () => {
    expect(document.documentElement.getAttribute("lang")).toBe("en");
    expect(all("h1")).toHaveLength(1);
    expect([all("main"), all("header"), all("footer"), all("nav[aria-label]")].map((found) => found.length)).toEqual([
      1, 1, 1, 1,
    ]);
    expect(document.body.firstElementChild?.getAttribute("href")).toBe("#main");
  });

  it("gives every id once, and every link and label within the page has its target", () => {
    const ids = all("[id]").map((element) => element.id);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [
      ...all("a[href^='#']").map((link) => link.getAttribute("href")!.slice(1)),
      ...all("[aria-labelledby]").map((element) => element.getAttribute("aria-labelledby")!),
    ];
    expect(targets.length).toBeGreaterThan(20);
    for (const target of targets) expect(ids).toContain(target);
  });

  it("skips no level of heading and names every section by its heading", () => {
    expect(new Set(all("h1, h2, h3, h4, h5, h6").map((heading) => heading.localName))).toEqual(new Set(["h1", "h2"]));
    for (const section of all("section"))
      expect(section.querySelector("h2")?.id).toBe(section.getAttribute("aria-labelledby"));
  });

  it("gives every table a caption, column headings and a heading in each row", () => {
    expect(all("table").length).toBeGreaterThan(12);
    for (const table of all("table")) {
      expect(table.querySelector("caption")?.textContent).not.toBe("");
      const width = table.querySelectorAll("thead th[scope=col]").length;
      expect(width).toBeGreaterThan(1);
      for (const row of table.querySelectorAll("tbody tr")) {
        expect(row.querySelectorAll("th[scope=row]")).toHaveLength(1);
        expect(row.children).toHaveLength(width);
      }
    }
  });

  it("gives every figure a caption, words for those who do not see it, its data, and a picture for wide and narrow pages", () => {
    expect(all("figure")).toHaveLength(9);
    for (const figure of all("figure")) {
      expect(figure.querySelector("figcaption")?.textContent).toMatch(/^Figure \d\. /);
      expect(figure.querySelector("details table")).not.toBeNull();
      const pictures = [...figure.querySelectorAll("div > svg[role=img]")];
      expect(pictures.map((picture) => picture.getAttribute("aria-label")!.length > 40)).toEqual([true, true]);
    }
  });

  it("shows figures in the order of their numbers", () => {
    expect(all("figure").map((figure) => figure.id)).toEqual([
      "F01",
      "F02",
      "F03",
      "F04",
      "F05",
      "F06",
      "F07",
      "F08",
      "F09",
    ]);
  });
});

describe("what the page says", () => {
  it("opens with the intended use and the off-label banner, before any result", () => {
    const intended = text.indexOf(
      "For research, teaching and trial design; not for diagnosing, treating or dosing an individual.",
    );
    const offLabel = text.indexOf("for no psychiatric disorder");
    const results = text.indexOf('id="key-results"');
    expect(intended).toBeGreaterThan(0);
    expect(offLabel).toBeGreaterThan(intended);
    expect(results).toBeGreaterThan(offLabel);
    expect(text).toContain("notice of 10 October 2023");
  });

  it("shows findings as banners, and no red one while all checks pass", () => {
    expect(
      all("aside.caution")
        .map((banner) => banner.textContent)
        .join("\n"),
    ).toContain("not in GAD");
    expect(all("aside.failure")).toHaveLength(0);
  });

  it("shows each failed check as a red banner above the results", () => {
    const checks = [{ ...input.summary.checks[0]!, passed: false }, input.summary.checks[1]!];
    const failed = parseHTML(renderHtmlReport({ ...input, summary: { ...input.summary, checks } })).document;
    const banners = [...failed.querySelectorAll("aside.failure")];
    expect(banners).toHaveLength(1);
    expect(banners[0]!.textContent).toMatch(/Check failed: Mass balance.*found 3e-9.*required at most 1e-6/is);
  });

  it("gives the key results in three sentences, each with an interval", () => {
    const items = [...document.querySelectorAll("#key-results li")].map((item) => item.textContent ?? "");
    expect(items.map((item) => item.split(":")[0])).toEqual(["Exposure", "Symptoms", "Side effects"]);
    for (const item of items)
      expect(item).toMatch(/in this model.*9 of 10 virtual patients: .*\u00a0to\u00a0.*90 % of parameter draws/);
  });

  it("lists every parameter with its status, and where to turn in a crisis", () => {
    const rows = [...document.querySelectorAll("#assumptions details tbody tr")].map((row) => row.textContent ?? "");
    expect(rows).toHaveLength(input.result.plan.parameters.length);
    expect(rows[0]).toMatch(/CL_S.*89\u00a0L\/h.*calibrated.*assumed/s);
    expect(document.querySelector("#crisis")?.textContent).toContain("988");
  });

  it("says how to get the same numbers again", () => {
    const words = document.querySelector("#reproduce")?.textContent ?? "";
    for (const part of [input.reproduction.command, "20260101", input.result.plan.scenarioHash, "a1b2c3d4"])
      expect(words).toContain(part);
  });
});

describe("hostile texts in every place that takes text", () => {
  const hostile = hostileTexts.join(" ");
  const page = parseHTML(renderHtmlReport(hostileInput(hostile))).document;
  const harmless = parseHTML(renderHtmlReport(hostileInput("words"))).document;
  const names = (of: typeof document) => [
    ...new Set([...of.querySelectorAll("*")].map((element) => element.localName)),
  ];

  it("make no element that harmless texts do not make", () => {
    const known = names(harmless);
    for (const name of names(page)) expect(known).toContain(name);
  });

  it("make no attribute that runs or loads anything, and no link elsewhere", () => {
    for (const element of page.querySelectorAll("*")) {
      for (const { name, value } of element.attributes) {
        expect(name).not.toMatch(/^on|^srcdoc$|^style$|^src$/);
        if (name === "href") expect(value).toMatch(/^(#|https:\/\/doi\.org\/|https:\/\/pmc\.|https:\/\/pubmed\.)/);
      }
    }
  });

  it("stay the words they are", () => {
    expect(page.querySelector("h1")?.textContent?.replaceAll("\uFFFD", "\u0000")).toBe(hostile);
  });
});

it.each(hostileTexts)("a line that holds %j stays text", (hostile) => {
  const content = [
    hostile,
    { kind: "strong", text: hostile },
    { kind: "code", text: hostile },
    { kind: "badge", text: hostile, tone: "note" },
  ] as const;
  const { document: line } = parseHTML(`<html><body>${contentHtml(content, () => 1).html}</body></html>`);
  expect(
    [...line.body.children].map((element) => element.outerHTML.match(/^<[a-z]+( class="badge note")?>/)?.[0]),
  ).toEqual(["<strong>", "<code>", '<span class="badge note">']);
  expect(line.body.textContent).toBe(hostile.replaceAll("\u0000", "\uFFFD").repeat(4));
});
