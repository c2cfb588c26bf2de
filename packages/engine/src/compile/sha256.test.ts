import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sha256 } from "./sha256.ts";

describe("sha256", () => {
  // NIST CSRC, "Examples with Intermediate Values: SHA256".
  it.each([
    ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
    [
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
    ],
    ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
  ])("gives the published digest of %j", (text, digest) => {
    expect(sha256(text)).toBe(digest);
  });

  it("agrees with the platform for any well-formed text, across block boundaries", () => {
    const platform = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        expect(sha256(text)).toBe(platform(text));
      }),
    );
    expect(sha256("a\ud800b")).toBe(platform("a\ud800b"));
    for (let length = 50; length < 70; length++) expect(sha256("x".repeat(length))).toBe(platform("x".repeat(length)));
  });
});
