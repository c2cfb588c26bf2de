import { describe, expect, test } from "vitest";
import { loadClaims } from "../claims/claims.ts";
import { claimsMarkdown, mechanismMarkdown } from "../claims/claims-markdown.ts";
import { loadMechanismLinks } from "../claims/mechanism-links.ts";
import { embedded } from "../embedded.generated.ts";
import { studyPage } from "../trials/study-page.ts";
import { loadTrials } from "../trials/trials.ts";
import { expectAllowedWording, expectNoVerdict, textsIn } from "./allowed-wording.contract.ts";

describe("the wording of the evidence", () => {
  const files = Object.entries(embedded).filter(([name]) => name !== "references" && name !== "README");

  test.each(files)("keeps to allowed words in data/%s", (name, content) => {
    for (const [path, text] of textsIn(content, name)) expectAllowedWording(text, path);
  });

  test.each(["screen-items", "discussion", "first-line", "regulatory"])("gives no verdict in data/%s", (name) => {
    for (const [path, text] of textsIn(embedded[name], name)) expectNoVerdict(text, path);
  });

  test("keeps to allowed words in every generated page", () => {
    for (const trial of loadTrials())
      for (const section of studyPage(trial).sections.filter(({ title }) => title !== "Where it was read"))
        for (const [path, text] of textsIn(section, trial.id)) expectAllowedWording(text, path);
    for (const ledger of [claimsMarkdown(loadClaims()), mechanismMarkdown(loadMechanismLinks())])
      expectAllowedWording(ledger.slice(0, ledger.indexOf("## References")), "ledger");
  });

  test.each([
    "the optimal dose is 0.5 mg/kg",
    "You should take it twice a week",
    "patients will respond",
    "a proven treatment",
    "microdosing",
    "a bad trip",
  ])("is checked by a list that catches: %s", (text) => {
    expect(() => expectAllowedWording(text, "sample")).toThrow();
  });

  test.each([
    "The person is eligible",
    "not suitable for ketamine",
    "should receive six infusions",
    "safe to treat",
  ])("is checked by a verdict list that catches: %s", (text) => {
    expect(() => expectNoVerdict(text, "sample")).toThrow();
  });

  test("lets guidelines be reported", () => {
    expect(() =>
      expectNoVerdict("NICE did not recommend it; the label asks to weigh benefit and risk", "sample"),
    ).not.toThrow();
  });
});
