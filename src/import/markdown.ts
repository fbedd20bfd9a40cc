// Markdown -> the text that it sets, in paragraphs; front matter stays for the document's header.

/** Takes the markup away and keeps the words. Linear in the text's length. */
export const readMarkdown = (text: string): string => {
  const front = /^\uFEFF?\s*---[ \t]*\r?\n[\s\S]{0,4000}?\r?\n---[ \t]*(?:\r?\n|$)/.exec(text)?.[0] ?? "";
  let fenced = false;
  const lines: string[] = [];
  for (const line of text.slice(front.length).split(/\r?\n/)) {
    if (/^\s{0,3}(?:```|~~~)/.test(line)) fenced = !fenced;
    else if (!fenced) lines.push(...plainLine(line));
  }
  return front + lines.join("\n");
};

const plainLine = (line: string): string[] => {
  if (/^\s{0,3}(?:[-*_][ \t]*){3,}$/.test(line) || /^\s{0,3}=+\s*$/.test(line)) return [""];
  if (/^\s{0,3}\[[^\]]{1,200}\]:\s/.test(line)) return [];
  const heading = /^\s{0,3}#{1,6}\s+(.*?)\s*#*$/.exec(line);
  if (heading) return ["", inline(heading[1]!), ""];
  return [inline(line.replace(/^\s{0,3}(?:>\s?)+/, "").replace(/^\s{0,8}(?:[-*+]|\d{1,3}[.)])\s+/, ""))];
};

const inline = (text: string): string =>
  text
    .replace(/!\[[^\]]{0,500}\]\([^)\s]{0,2000}[^)]{0,200}\)/g, "")
    .replace(/\[([^\]]{1,1000})\](?:\([^)\s]{0,2000}[^)]{0,200}\)|\[[^\]]{0,200}\])/g, "$1")
    .replace(/<(https?:[^>\s]{1,2000})>/g, "$1")
    .replace(/<\/?[a-z][^<>]{0,500}>/gi, "")
    .replace(/`([^`]{1,500})`/g, "$1")
    .replace(/(\*\*|__)(?=\S)([^*_]{1,2000}?)\1/g, "$2")
    .replace(/(^|[\s(“"'])[*_](?=\S)([^*_]{1,2000}?)[*_](?=[\s).,;:!?”"'’]|$)/g, "$1$2")
    .replace(/\\([\\`*_{}[\]()#+.!>-])/g, "$1");
