/** Every parameter and observation of the drug cites a reference that exists, and every reference is cited; the evidence package holds its own data to the same in its tests. */
import { findSourceProblems } from "@kinetamine/ketamine";

const problems = findSourceProblems();
for (const { path, message } of problems) console.error(`${path}: ${message}`);
console.log(`sources: ${problems.length} problems`);
process.exit(problems.length === 0 ? 0 : 1);
