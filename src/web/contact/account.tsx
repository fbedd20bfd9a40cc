// What a side says, as it stands in its column: the act, the words, and the way to the text they come from.
import { hrefOf } from "../state/address.ts";
import type { Comparison, Point } from "../state/shapes.ts";
import { listed, saysWord, sideName, spanWords } from "../state/words.ts";
import { useSetting } from "./context.ts";
import { piecesOf } from "./rows.ts";

type ToldProps = {
  readonly point: Point;
  readonly side: string;
  readonly lead: string | undefined;
  readonly own?: ReadonlySet<string>;
  readonly comparison: Comparison;
};

/** One point. */
export const Told = ({ point, side, lead, own, comparison }: ToldProps) => {
  const source = comparison.documents.find(({ id }) => id === point.document);
  const names = point.speakers.map((id) => nameOf(id, comparison));
  const press = source !== undefined && source.side !== side;
  const chain = [...(press ? [source.publisher ?? "the press"] : []), ...point.via, listed(names)].filter(
    (name, at, all) => name !== "" && name !== all[at - 1],
  );
  // Who mostly speaks for the side stands above the column, and is not named again at every point.
  const steps = chain.length === 1 && chain[0] === lead ? [] : chain;
  const setting = useSetting(point);
  const words = spanWords(point.content);
  const short = words.split(" ").length < 7;
  const pieces = own && own.size > 0 ? piecesOf(words, own) : [{ text: words, own: false }];
  return (
    <div class="told">
      <p class="told-act">
        {steps.length > 0 && (
          <>
            <bdi>{steps.join(" › ")}</bdi>{" "}
          </>
        )}
        {saysWord(point.act, point.speakers.length, setting?.statement?.negated)}
      </p>
      <p class="said">
        {short && setting && <bdi class="around">{shortened(setting.before, -1)}</bdi>}
        <bdi>
          {pieces.map(({ text, own: differs }) => (differs ? <mark class="own">{text}</mark> : text))}
        </bdi>
        {short && setting && <bdi class="around">{shortened(setting.after, 1)}</bdi>}
        {"\u00a0"}
        <a
          class="to-text"
          data-item
          href={hrefOf(["documents", point.document], { at: point.statement })}
          aria-label={`In the text: ${sideName(side)} ${saysWord(point.act)} ${words.slice(0, 60)}`}
          title={`In the text${source?.title ? `: ${source.title}` : ""}`}
        >
          ¶
        </a>
      </p>
    </div>
  );
};

/** At most about a line of what comes before or after. */
const shortened = (words: string, side: 1 | -1): string => {
  const plain = words.replace(/\s+/g, " ");
  if (plain.length <= 110) return plain;
  if (side === 1) return `${plain.slice(0, plain.lastIndexOf(" ", 100))} …`;
  return `… ${plain.slice(plain.indexOf(" ", plain.length - 100) + 1)}`;
};

/** Name of an actor that a comparison names by id. */
export const nameOf = (id: string, { actors }: Comparison): string =>
  actors.find((one) => one.id === id)?.name ?? "";
