// A stream of bytes -> its lines, in memory that no line can exhaust.

/** One line, numbered from 1. `bytes` is missing where the line is longer than the limit. */
export type Line = { readonly number: number; readonly bytes?: Uint8Array };

/** Lines of a stream, without their ends. What is longer than `limit` bytes is passed over, not kept. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let size = 0;
  let number = 1;
  const take = (): Line => {
    const line: Line = size > limit ? { number } : { number, bytes: Buffer.concat(parts) };
    parts = [];
    size = 0;
    number += 1;
    return line;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      size += at - from;
      if (size <= limit) parts.push(chunk.subarray(from, at));
      yield take();
      from = at + 1;
    }
    size += chunk.length - from;
    if (size <= limit) parts.push(chunk.subarray(from));
    else parts = [];
  }
  if (size > 0) yield take();
}
