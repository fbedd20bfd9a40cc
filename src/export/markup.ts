// HTML as text: escaping, and the document frame that every page of ours shares.

/** Text made safe for HTML content and attribute values. */
export const escapeText = (text: string): string =>
  text
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/[\0\ud800-\udfff](?![\udc00-\udfff])/g, "\ufffd");

/** One self-contained page. `style` and `script` are our own and go in as they are; `body` is HTML. */
export const frame = (title: string, style: string, body: string, script: string): string =>
  `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>${escapeText(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
<script>${script}</script>
</body>
</html>
`;
