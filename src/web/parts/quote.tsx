// A statement as a list shows it: who says it through whom, the words, and the text it comes from.
import { hrefOf } from "../state/address.ts";
import type { Statement } from "../state/shapes.ts";
import { listed, saysWord, spanWords } from "../state/words.ts";
import { Day } from "./said.tsx";

/** One statement. */
export const Quote = ({ statement }: { statement: Statement }) => {
  const { document, chain, names, speakers, source, act, negated, content, date } = statement;
  const named = (ids: readonly string[]) => listed(ids.map((id) => names[id] ?? "").filter(Boolean));
  const tellers = chain.map((one) => named(one.speakers) || one.source || "someone unnamed");
  const who = named(speakers) || source?.text || "someone unnamed";
  return (
    <li class="quote">
      <p class="told-act">
        <bdi>{[...tellers, who].filter((name, at, all) => name !== all[at - 1]).join(" › ")}</bdi>{" "}
        {saysWord(act, speakers.length, negated)}
      </p>
      <p class="said">
        <bdi>{spanWords(content)}</bdi>{" "}
        <a
          class="to-text"
          data-item
          href={hrefOf(["documents", document.id], { at: statement.id })}
          aria-label={`In the text: ${spanWords(content).slice(0, 60)}`}
        >
          ¶
        </a>
      </p>
      <p class="soft">
        <Day date={date ?? document.published} brief /> ·{" "}
        <bdi>{document.publisher ?? document.title ?? ""}</bdi>
      </p>
    </li>
  );
};
