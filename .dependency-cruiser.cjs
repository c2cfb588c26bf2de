/** The arrows of ARCHITECTURE.md: each package may import only what is listed here, and only through its door. */
const arrows = {
  numerics: [],
  engine: ["numerics"],
  ketamine: ["numerics", "engine"],
  evidence: ["numerics"],
  design: ["numerics", "engine", "ketamine", "evidence"],
  report: ["numerics", "ketamine", "evidence", "design"],
  cli: ["numerics", "engine", "ketamine", "evidence", "design", "report"],
};

const arrowRules = Object.entries(arrows).map(([name, allowed]) => ({
  name: `${name}-imports-only-${allowed.join("-") || "itself"}`,
  severity: "error",
  from: { path: `^packages/${name}/src` },
  to: {
    path: "^packages/",
    pathNot: [
      `^packages/${name}/`,
      ...allowed.map((other) => `^packages/${other}/(src/index\\.ts|dist/index\\.(js|d\\.ts))$`),
    ],
  },
}));

module.exports = {
  forbidden: [
    ...arrowRules,
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "science-runs-anywhere",
      comment: "Only the command line may use Node's own modules; everything else must run in a browser.",
      severity: "error",
      from: {
        path: "^packages/(numerics|engine|ketamine|evidence|design|report)/src",
        pathNot: "\\.(test|contract)\\.ts$",
      },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "no-third-party-in-science",
      severity: "error",
      from: { path: "^packages/(numerics|engine|ketamine|evidence)/src", pathNot: "\\.(test|contract)\\.ts$" },
      to: { dependencyTypes: ["npm", "npm-dev"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)dist/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.base.json" },
  },
};
