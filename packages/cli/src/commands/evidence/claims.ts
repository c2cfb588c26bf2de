import { type Claim, claimsMarkdown, loadClaims } from "@kinetamine/evidence";
import { CliError } from "../../cli-error.ts";
import { type DefineCommand, examples, type Outcome } from "../command.ts";

/** `evidence claims`: the claims of the founding article, each with a verdict and what it rests on. */
export const defineClaims: DefineCommand = (program, act) => {
  program
    .command("claims")
    .summary("claims about ketamine in anxiety, each with a verdict")
    .description(
      "Lists the claims of the article this project began with and what the evidence says about each: supported, partly, misattributed, not-supported or unknown. With an ID: reasoning and findings for and against.",
    )
    .argument("[id]", "one claim, e.g. C7")
    .addHelpText(
      "after",
      examples(
        ["kinetamine evidence claims", "all claims, one line each"],
        ["kinetamine evidence claims C7", "one claim with its findings and sources"],
        ["kinetamine evidence claims --json", "the whole ledger as JSON"],
      ),
    )
    .action((id: string | undefined) => act("evidence claims", async () => (id === undefined ? list() : one(id))));
};

function list(): Outcome {
  const claims = loadClaims();
  const lines = claims.map(({ id, verdict, claim }) => `${id.padEnd(4)} ${verdict.padEnd(14)} ${claim}`);
  const text = `${lines.join("\n")}\n\nReasons and sources: kinetamine evidence claims ${claims[0]?.id ?? "ID"}`;
  return { exit: "ok", text, data: { claims } };
}

function one(wanted: string): Outcome {
  const claims = loadClaims();
  const claim = claims.find(({ id }) => id.toLowerCase() === wanted.toLowerCase());
  if (claim === undefined) throw unknownClaim(wanted, claims);
  return { exit: "ok", text: claimsMarkdown([claim]).trimEnd(), data: { claim } };
}

function unknownClaim(wanted: string, claims: readonly Claim[]): CliError {
  const known = `${claims[0]?.id} to ${claims.at(-1)?.id}`;
  return new CliError("usage", `Cannot show claim ${JSON.stringify(wanted)}: an ID from ${known} is required`);
}
