// A document as a reader sees it: its text with layers of findings, cards in the margin, and a way to judge each of them.
import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Record } from "../../record/schema.ts";
import { Edit } from "../parts/edit.tsx";
import { LayerBar } from "../parts/layer-bar.tsx";
import { Margin } from "../parts/margin.tsx";
import { Note } from "../parts/note.tsx";
import { Day, Shown } from "../parts/said.tsx";
import { Heading } from "../parts/shell.tsx";
import { type Cut, firstStretchOf, light, Text, useCut, useGrowing } from "../parts/text.tsx";
import { useWide } from "../parts/wide.ts";
import { type Layer, layers } from "../reading/marks.ts";
import { chunkAt, placeOf, showPlace } from "../reading/place.ts";
import { choose, hrefOf, useAddress } from "../state/address.ts";
import { useData } from "../state/data.ts";
import { type Finding, findingsOf } from "../state/findings.ts";
import { useKeys } from "../state/keys.ts";
import type { PageProps } from "../state/page.ts";
import { useReview } from "../state/review.ts";
import { sideInSentence } from "../state/words.ts";

/** The page. */
export const Reader = ({ id }: PageProps) => {
  const answer = useData<Record>(`/api${hrefOf(["documents", id])}`);
  return <Shown answer={answer}>{(record) => <Reading record={record} again={answer.again} />}</Shown>;
};

/** What can be done with a finding. */
type Act = "accept" | "reject" | "edit" | "why" | "cite";

const usual: readonly Layer[] = ["contacts", "statements", "events"];

const Reading = ({ record, again }: { record: Record; again: () => void }) => {
  const view = useView(record);
  const { about, cut, count, on, at, chosen } = view;
  const text = useRef<HTMLElement>(null);
  const wide = useWide();
  const [why, setWhy] = useState(false);
  const [editing, setEditing] = useState(false);
  const review = useReview(record, again);
  const act = (what: Act) => {
    if (!chosen) return;
    if (what === "why") setWhy(!why);
    else if (what === "edit") setEditing(true);
    else if (what === "accept") review.accept(chosen.id);
    else if (what === "cite") review.cite(chosen);
    else {
      view.move(1);
      review.reject(chosen.id);
    }
  };
  useReaderKeys(view, act, review.undo);
  // Fetched before anybody asks why, so that the answer is there at once.
  useData(chosen && "/api/explain");
  const note = (finding: Finding) => (
    <Note
      finding={finding}
      about={about}
      publisher={record.document.publisher ?? "this text"}
      chosen={finding.id === at}
      why={why && finding.id === at}
      choose={(id) => view.pick(id === at ? undefined : id)}
      act={act}
      state={review.stateOf(finding.id)}
    />
  );
  return (
    <>
      <Head document={record.document} />
      <LayerBar record={record} on={on} toggle={view.toggle} />
      <div class="reading">
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: j and k do the same by key */}
        <article
          class={`text ${on.map((layer) => `on-${layer}`).join(" ")}`}
          ref={text}
          lang={record.document.language}
          aria-busy={count < cut.chunks.length}
          onClick={(event) => view.pickUnder(event.target as Element)}
        >
          <Text record={record} cut={cut} count={count} />
        </article>
        {wide && (
          <Margin
            text={text}
            cut={cut}
            count={count}
            ids={view.inMargin}
            chosen={at}
            card={(id) => note(about.byId.get(id)!)}
          />
        )}
      </div>
      {!wide && chosen && <Sheet close={() => view.pick(undefined)}>{note(chosen)}</Sheet>}
      {at !== undefined && !chosen && (
        <p class="unseen" role="status">
          The finding of this link is no longer part of the text.
        </p>
      )}
      {editing && chosen && (
        <Edit
          finding={chosen}
          close={() => setEditing(false)}
          save={(changes) => review.edit(chosen.id, changes)}
        />
      )}
    </>
  );
};

/** What is shown and chosen, as the address has it, and the ways to change it. */
const useView = (record: Record) => {
  const { query } = useAddress();
  const on = layersOf(query.get("layers"));
  const at = query.get("at") ?? undefined;
  const written = query.get("span");
  const about = useMemo(() => findingsOf(record), [record]);
  const cut = useCut(record);
  const place = placeOf(written);
  const asked = place ? chunkAt(record.document.text, cut.chunks, place) : (cut.home.get(at ?? "") ?? 0);
  const count = useGrowing(cut, asked);
  const chosen = at === undefined ? undefined : about.byId.get(at);
  useFollow(at, chosen !== undefined, cut);
  useEffect(() => showPlace(record.document.text, cut.chunks, placeOf(written)), [record, cut, written]);
  const inText = about.all.filter(({ layer, id }) => on.includes(layer) || id === at);
  const pick = (id: string | undefined) => choose({ at: id, span: undefined });
  return {
    about,
    cut,
    count,
    on,
    at,
    chosen,
    pick,
    inMargin: inText
      .filter(({ layer, id }) => (layer !== "actors" && layer !== "times") || id === at)
      .map(({ id }) => id),
    move: (by: 1 | -1) => {
      const now = inText.findIndex((one) => one.id === at);
      const next = inText[now < 0 ? (by === 1 ? 0 : inText.length - 1) : now + by];
      if (next) pick(next.id);
    },
    toggle: (layer: Layer) => {
      const next = on.includes(layer) ? on.filter((one) => one !== layer) : [...on, layer];
      choose({ layers: layers.filter((one) => next.includes(one)).join(",") || "none" });
    },
    /** The innermost finding under a click; clicked again, the one around it. */
    pickUnder: (target: Element) => {
      if (getSelection()?.toString()) return;
      const ids = target.closest<HTMLElement>("[data-ids]")?.dataset.ids?.split(" ") ?? [];
      const open = ids.filter((id) => on.includes(about.byId.get(id)?.layer as Layer)).reverse();
      pick(open[(open.indexOf(at ?? "") + 1) % open.length]);
    },
  };
};

const useReaderKeys = (
  { toggle, move, pick, chosen, at }: ReturnType<typeof useView>,
  act: (what: Act) => void,
  undo: () => void,
): void =>
  useKeys("Text", [
    ...layers.map((layer, turn) => ({
      keys: String(turn + 1),
      says: `show or hide ${layer}`,
      run: () => toggle(layer),
    })),
    { keys: "j", says: "next finding", run: () => move(1) },
    { keys: "k", says: "finding before", run: () => move(-1) },
    { keys: "[", says: "the statement it stands in", run: () => pick(withinOf(chosen) ?? at) },
    { keys: "w", says: "why?", run: () => act("why") },
    { keys: "a", says: "accept", run: () => act("accept") },
    { keys: "x", says: "reject", run: () => act("reject") },
    { keys: "e", says: "edit", run: () => act("edit") },
    { keys: "u", says: "take the last decision back", run: undo },
    { keys: "c", says: "copy a citation", run: () => act("cite") },
    { keys: "Escape", says: "let go", run: () => pick(undefined) },
  ]);

const Head = ({ document }: { document: Record["document"] }) => {
  const title = document.title ?? `${document.text.trim().slice(0, 80)}…`;
  const side = document.side && `account of ${sideInSentence(document.side)}`;
  return (
    <header>
      <p class="label">{[document.publisher, side].filter(Boolean).join(" · ") || "Text"}</p>
      <Heading title={title}>
        <bdi>{title}</bdi>
      </Heading>
      <p class="dateline">
        <Day date={document.published} />
        {document.url && /^https?:/.test(document.url) && (
          <a href={document.url} rel="noreferrer" target="_blank">
            the page it came from
          </a>
        )}
        <a href={`/api${hrefOf(["documents", document.id])}`}>record as JSON</a>
      </p>
    </header>
  );
};

/** The card of what is chosen, where there is no room beside the text. */
const Sheet = ({ close, children }: { close: () => void; children: ComponentChildren }) => (
  <div class="sheet">
    <button type="button" class="quiet sheet-close" aria-label="Let go" onClick={close}>
      <span aria-hidden="true">✕</span>
    </button>
    {children}
  </div>
);

const withinOf = (one: Finding | undefined): string | undefined =>
  one && "within" in one.finding ? one.finding.within : undefined;

const layersOf = (given: string | null): Layer[] =>
  given === null ? [...usual] : layers.filter((layer) => given.split(",").includes(layer));

/** Lights what is chosen and brings it into the window; the focus goes along where it was on a card. */
const useFollow = (at: string | undefined, known: boolean, cut: Cut): void => {
  useEffect(() => {
    light(known ? at : undefined);
    if (!at || !known) return;
    const first = firstStretchOf(at, cut);
    if (!first) return;
    const { top, bottom } = first.getBoundingClientRect();
    // On a narrow screen the card covers the lower half.
    const wide = matchMedia("(min-width: 62rem)").matches;
    const foot = wide ? innerHeight - 80 : innerHeight * 0.5;
    if (top < 130 || bottom > foot) first.scrollIntoView({ block: wide ? "center" : "start" });
    if (document.activeElement?.classList.contains("note-head"))
      requestAnimationFrame(() =>
        document
          .querySelector<HTMLElement>(`[data-finding="${CSS.escape(at)}"]`)
          ?.focus({ preventScroll: true }),
      );
  }, [at, known, cut]);
};
