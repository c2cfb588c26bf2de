/** Mean width of a character of a sans-serif face, as a share of the font size; wide enough for DejaVu Sans. */
const characterWidth = 0.58;

/** Estimates the width of a line of sans-serif text [px] without a font at hand. */
export function textWidth(text: string, fontSize: number): number {
  return [...text].length * characterWidth * fontSize;
}

/**
 * Breaks text into lines that fit, at spaces; the last permitted line ends in an ellipsis when words are left over.
 *
 * @param text one paragraph
 * @param width available width [px]
 * @param options font size [px] and the greatest number of lines
 * @returns at least one line
 */
export function fitText(
  text: string,
  width: number,
  options: { readonly fontSize: number; readonly lines: number },
): string[] {
  const limit = Math.max(4, Math.floor(width / (characterWidth * options.fontSize)));
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    if (line !== "" && line.length + 1 + word.length > limit) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  lines.push(line);
  const kept = lines.slice(0, options.lines);
  if (lines.length > options.lines) kept.push(`${kept.pop() ?? ""} …`);
  return kept.map((candidate) =>
    candidate.length > limit ? `${candidate.slice(0, limit - 1).trimEnd()}…` : candidate,
  );
}
