// What a side says, as it stands in its column: the act, the words, and the way to the text they come from.
import { hrefOf } from "../state/address.ts";
import type { Comparison, Point } from "../state/shapes.ts";
import { listed, saysWord, sideName, spanWords } from "../state/words.ts";
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
  const leading = names.length === 1 && names[0] === lead;
  const press = source !== undefined && source.side !== side;
  const via = point.via.filter((name) => !names.includes(name));
  const words = spanWords(point.content);
  const pieces = own && own.size > 0 ? piecesOf(words, own) : [{ text: words, own: false }];
  return (
    <div class="told">
      <p class="told-act">
        {!leading && names.length > 0 && <bdi>{listed(names)} </bdi>}
        {saysWord(point.act)}
        {(press || via.length > 0) && (
          <span class="soft">
            , by way of <bdi>{[...(press ? [source.publisher ?? "the press"] : []), ...via].join(" › ")}</bdi>
          </span>
        )}
      </p>
      <p class="said">
        <bdi>
          {pieces.map(({ text, own: differs }) => (differs ? <mark class="own">{text}</mark> : text))}
        </bdi>{" "}
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

/** Name of an actor that a comparison names by id. */
export const nameOf = (id: string, { actors }: Comparison): string =>
  actors.find((one) => one.id === id)?.name ?? "";
