import { expect, test } from "vitest";
import type { Reference } from "../../references/reference.ts";
import { loadReferences } from "../../references/references.ts";
import { resolveOptions } from "../pooling/options.ts";
import { bibtex } from "./bibtex.ts";
import { metaforScript } from "./metafor-script.ts";
import { ris } from "./ris.ts";

const reference: Reference = {
  id: "viechtbauer2005",
  type: "article-journal",
  title: "Bias & efficiency of {meta-analytic} 100% estimators",
  author: [{ family: "Viechtbauer", given: "Wolfgang" }, { literal: "A Group_of People" }],
  issued: { "date-parts": [[2005]] },
  "container-title": "Journal of Educational and Behavioral Statistics",
  volume: "30",
  issue: "3",
  page: "261-293",
  DOI: "10.3102/10769986030003261",
  PMID: "12345678",
  custom: { obtained: "abstract" },
};

test("BibTeX keeps capitals, escapes what TeX would read, and keeps group names whole", () => {
  expect(bibtex([reference])).toBe(`@article{viechtbauer2005,
  author = {Viechtbauer, Wolfgang and {A Group\\_of People}},
  title = {{Bias \\& efficiency of \\{meta-analytic\\} 100\\% estimators}},
  journal = {Journal of Educational and Behavioral Statistics},
  year = {2005},
  volume = {30},
  number = {3},
  pages = {261--293},
  doi = {10.3102/10769986030003261}
}
`);
});

test("RIS has one tag a line and both pages", () => {
  expect(ris([reference]).split("\r\n")).toEqual([
    "TY  - JOUR",
    "ID  - viechtbauer2005",
    "AU  - Viechtbauer, Wolfgang",
    "AU  - A Group_of People",
    "TI  - Bias & efficiency of {meta-analytic} 100% estimators",
    "JO  - Journal of Educational and Behavioral Statistics",
    "PY  - 2005",
    "VL  - 30",
    "IS  - 3",
    "SP  - 261",
    "EP  - 293",
    "DO  - 10.3102/10769986030003261",
    "AN  - 12345678",
    "ER  - ",
    "",
  ]);
});

test("the whole bibliography can be written, one entry a reference", () => {
  const all = [...loadReferences().values()];
  expect(bibtex(all).match(/^@/gm)).toHaveLength(all.length);
  expect(ris(all).match(/^TY {2}- /gm)).toHaveLength(all.length);
  expect(bibtex(all)).not.toContain("undefined");
});

const effects = [
  { label: 'A "quoted" study', effect: -0.1, variance: 0.1 / 3 },
  { label: "B", effect: 0.25, variance: 0.04 },
  { label: "C", effect: 1e-7, variance: 0.5 },
];

test("the script holds the numbers in full and the model in metafor's words", () => {
  expect(metaforScript({ title: "Response at 24 h", effects, options: resolveOptions({}) })).toBe(`# Response at 24 h
# Needs R with the package metafor.
library(metafor)

dat <- data.frame(
  study = c("A \\"quoted\\" study", "B", "C"),
  yi = c(-0.1, 0.25, 1e-7),
  vi = c(0.03333333333333333, 0.04, 0.5)
)

res <- rma(yi, vi, data = dat, slab = study, method = "REML", test = "adhoc", level = 95, control = list(threshold = 1e-10, maxiter = 1000, tol = 1e-10))
print(res, digits = 8)
print(confint(res, control = list(tol = 1e-12)), digits = 8)
# Prediction interval on k - 2 degrees of freedom.
print(c(res$beta) + c(-1, 1) * qt(1 - res$level / 2, res$k - 2) * sqrt(res$se^2 + res$tau2), digits = 8)
print(leave1out(res), digits = 8)
`);
});

test("a common effect has no heterogeneity to put an interval around", () => {
  const script = metaforScript({ title: "x", effects, options: resolveOptions({ model: "common", level: 0.9 }) });
  expect(script).toContain('method = "EE", test = "z", level = 90)');
  expect(script).not.toContain("confint");
  expect(script).not.toContain("Prediction");
});

test("moderators become columns, categories with their reference first", () => {
  const moderators = [
    { name: "dose", values: [1, 2, 3] },
    { name: "route", categories: ["iv", "im", "iv"], reference: "im" },
  ];
  const script = metaforScript({
    title: "x",
    effects,
    options: resolveOptions({ estimator: "DL", tauSquared: 0.2 }),
    moderators,
  });
  expect(script).toContain('  x1 = c(1, 2, 3),\n  x2 = c("iv", "im", "iv")\n)');
  expect(script).toContain('mods = ~ x1 + factor(x2, levels = c("im", "iv"))');
  expect(script).toContain('method = "DL", tau2 = 0.2, test = "adhoc"');
  expect(script).not.toContain("leave1out");
});
