/** Texts that would do harm if any of them reached a page as markup. */
export const hostileTexts: readonly string[] = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "'><svg/onload=alert(1)>",
  "</title></svg><script>alert(1)</script>",
  "</text><foreignObject><iframe srcdoc='x'></iframe></foreignObject>",
  "]]><!--<style>*{display:none}</style>-->",
  "&lt;script&gt;alert(1)&lt;/script&gt;",
  "javascript:alert(1)",
  "{{constructor.constructor('alert(1)')()}}",
  ["$", "{alert(1)}"].join(""),
  "[x](javascript:alert(1)) ![y](https://example.org/z.png) <https://example.org>",
  "| a | b |\n|---|---|\n# heading\n> quote\n```\ncode",
  '=HYPERLINK("https://example.org")',
  "null\u0000byte",
];
