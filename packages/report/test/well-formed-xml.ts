/** A strict little reader of XML without doctype, comments or processing instructions: enough to catch what a browser would refuse in an SVG file. */

/** An element with its attributes and children; text children are strings, entities resolved. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
};

/** Reads one element; throws at the first character that well-formed XML does not allow. */
export function readXml(text: string): XmlElement {
  const stack: { name: string; attributes: Record<string, string>; children: (XmlElement | string)[] }[] = [
    { name: "", attributes: {}, children: [] },
  ];
  const token = /<\/([A-Za-z]+)>|<([A-Za-z]+)((?: [A-Za-z][A-Za-z0-9:-]*="[^"<]*")*)(\/?)>|([^<]+)/gy;
  while (token.lastIndex < text.length) {
    const at = token.lastIndex;
    const match = token.exec(text);
    if (match === null) throw new Error(`not well formed at ${at}: ${text.slice(at, at + 60)}`);
    const [, closing, opening, attributes, isEmpty, words] = match;
    if (words !== undefined) stack.at(-1)!.children.push(resolved(words));
    if (opening !== undefined) stack.push({ name: opening, attributes: attributesOf(attributes ?? ""), children: [] });
    if (closing !== undefined || isEmpty === "/") {
      const element = stack.pop()!;
      if (closing !== undefined && element.name !== closing)
        throw new Error(`found </${closing}> where </${element.name}> belongs`);
      stack.at(-1)!.children.push(element);
    }
  }
  const [root, ...rest] = stack[0]!.children;
  if (stack.length !== 1 || rest.length > 0 || typeof root !== "object") throw new Error("not one closed element");
  return root;
}

function attributesOf(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/ ([A-Za-z0-9:-]+)="([^"]*)"/g)].map((match): [string, string] => [
    match[1]!,
    resolved(match[2]!),
  ]);
  if (new Set(pairs.map(([name]) => name)).size !== pairs.length) throw new Error(`attribute given twice in ${text}`);
  return Object.fromEntries(pairs);
}

function resolved(text: string): string {
  return text.replace(/&[^;]*;?/g, (entity) => {
    const character = entities[entity];
    if (character === undefined) throw new Error(`unknown entity ${entity}`);
    return character;
  });
}

/** The element and everything in it, in reading order. */
export function allElements(element: XmlElement): XmlElement[] {
  return [element, ...element.children.flatMap((child) => (typeof child === "string" ? [] : allElements(child)))];
}

/** All words inside an element. */
export function wordsOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === "string" ? child : wordsOf(child))).join("");
}

/** Plot names the group of each mark; counts the shapes in the groups of one kind. */
export function countMarks(root: XmlElement, kind: string): number {
  const groups = allElements(root).filter(
    (element) => element.attributes["aria-label"] === kind && element.name === "g",
  );
  return groups.flatMap((group) => leaves(group)).length;
}

function leaves(element: XmlElement): XmlElement[] {
  const children = element.children.filter((child): child is XmlElement => typeof child !== "string");
  return element.name === "g" ? children.flatMap(leaves) : [element];
}
