// Who talks to whom in a period: a drawing, and a table that holds the same. A tie opens its contacts.
import { useMemo } from "preact/hooks";
import { Canvas } from "../network/canvas.tsx";
import { type Chosen, type Graph, graphOf } from "../network/drawing.ts";
import { Period } from "../parts/period.tsx";
import { Day, Shown } from "../parts/said.tsx";
import { Heading } from "../parts/shell.tsx";
import { choose, hrefOf, hrefWith, useAddress } from "../state/address.ts";
import { useData } from "../state/data.ts";
import { useKeys } from "../state/keys.ts";
import type { Contact, Page, Ties } from "../state/shapes.ts";
import { channelName, counted, listed, sideName } from "../state/words.ts";

const kinds = ["person", "state", "organization"] as const;

/** The page. */
export const Network = () => {
  const { query } = useAddress();
  const part = (name: string) => query.get(name) ?? undefined;
  const [since, until, kind] = [part("since"), part("until"), part("kind")];
  const answer = useData<Ties>(`/api${hrefOf(["network"], { since, until, kind })}`);
  const table = query.get("as") === "table";
  useKeys("Network", [
    { keys: "v", says: "drawing or table", run: () => choose({ as: table ? undefined : "table" }, false) },
    { keys: "Escape", says: "let go", run: () => choose({ of: undefined, with: undefined }) },
  ]);
  return (
    <>
      <header>
        <Heading title="Network">Who talks to whom</Heading>
      </header>
      <div class="layer-bar" role="group" aria-label="What is shown">
        <Period />
        <div class="choices">
          <Choice name="kind" value={undefined} now={kind} says="everyone" />
          {kinds.map((one) => (
            <Choice key={one} name="kind" value={one} now={kind} says={`${one}s`} />
          ))}
        </div>
        <div class="choices">
          <Choice name="as" value={undefined} now={part("as")} says="drawing" />
          <Choice name="as" value="table" now={part("as")} says="table" />
        </div>
      </div>
      <Shown answer={answer}>{(ties) => <Web ties={ties} table={table} />}</Shown>
    </>
  );
};

const Choice = ({
  name,
  value,
  now,
  says,
}: {
  name: string;
  value: string | undefined;
  now: string | undefined;
  says: string;
}) => (
  <a class="choice" href={hrefWith({ [name]: value })} aria-current={value === now ? "true" : undefined}>
    {says}
  </a>
);

const Web = ({ ties, table }: { ties: Ties; table: boolean }) => {
  const { query } = useAddress();
  const graph = useMemo(() => graphOf(ties), [ties]);
  if (ties.nodes.length === 0) return <p>No contact of two known actors in this period.</p>;
  const [of, other] = [query.get("of"), query.get("with")];
  const edge = ties.edges.findIndex(
    ({ from, to }) => (from === of && to === other) || (from === other && to === of),
  );
  const node = other === null && of !== null ? graph.index.get(of) : undefined;
  const chosen: Chosen = edge >= 0 ? { edge } : node !== undefined ? { node } : {};
  const pick = (next: Chosen) => {
    const tie = next.edge === undefined ? undefined : ties.edges[next.edge];
    choose({
      of: tie?.from ?? (next.node === undefined ? undefined : ties.nodes[next.node]?.key),
      with: tie?.to,
    });
  };
  return (
    <>
      <p class="soft">
        {counted(ties.nodes.length, "actor")}
        {ties.actors > ties.nodes.length &&
          ` of ${ties.actors.toLocaleString("en")}, those with most contacts`}
        , {counted(ties.edges.length, "tie")}
      </p>
      <div class="network-grid">
        <div>
          {table ? (
            <Table graph={graph} />
          ) : (
            <Canvas key={keyOf(ties)} graph={graph} chosen={chosen} choose={pick} />
          )}
          {!table && (
            <p class="legend">
              {graph.countries.map((code, at) => (
                <span key={code}>
                  <span class={`swatch side-${at}`} aria-hidden="true" /> {sideName(code)}
                </span>
              ))}
            </p>
          )}
        </div>
        <aside aria-label="What is chosen">
          {edge >= 0 ? (
            <Tie graph={graph} at={edge} />
          ) : node !== undefined ? (
            <Neighbours graph={graph} at={node} />
          ) : (
            <Strongest graph={graph} />
          )}
        </aside>
      </div>
    </>
  );
};

/** Another network is another drawing; the same one, fetched again, is not. */
const keys = new WeakMap<Ties, number>();
let made = 0;
const keyOf = (ties: Ties): number => {
  if (!keys.has(ties)) keys.set(ties, made++);
  return keys.get(ties)!;
};

const nameOf = ({ ties, index }: Graph, key: string): string => ties.nodes[index.get(key) ?? -1]?.name ?? key;

const Tie = ({ graph, at }: { graph: Graph; at: number }) => {
  const { from, to, contacts } = graph.ties.edges[at]!;
  const { query } = useAddress();
  const answer = useData<Page<Contact>>(
    `/api${hrefOf(["contacts"], {
      between: [`key:${from}`, `key:${to}`],
      since: query.get("since") ?? undefined,
      until: query.get("until") ?? undefined,
    })}`,
  );
  return (
    <>
      <h2>
        <a href={hrefOf(["actors", from])}>
          <bdi>{nameOf(graph, from)}</bdi>
        </a>{" "}
        and{" "}
        <a href={hrefOf(["actors", to])}>
          <bdi>{nameOf(graph, to)}</bdi>
        </a>
      </h2>
      <p class="soft">
        {counted(contacts, "contact")},{" "}
        <a href={hrefOf(["timeline"], { actor: [`key:${from}`, `key:${to}`] })}>on a timeline</a>
      </p>
      <Shown answer={answer}>
        {({ items }) => (
          <ol class="latest">
            {items.map((one) => (
              <li key={one.id}>
                <p class="kicker">
                  <Day date={one.date} />
                  {one.status !== "held" && <span class={`tag status-${one.status}`}>{one.status}</span>}
                </p>
                <p>
                  <a href={hrefOf(["contacts", one.id])} data-item>
                    {channelName(one.channel)}
                    {one.place && (
                      <>
                        , <bdi>{one.place.text}</bdi>
                      </>
                    )}
                  </a>
                </p>
                <p class="soft">
                  <bdi>{one.document.publisher ?? one.document.title ?? ""}</bdi>
                </p>
              </li>
            ))}
          </ol>
        )}
      </Shown>
    </>
  );
};

const Neighbours = ({ graph, at }: { graph: Graph; at: number }) => {
  const { key, name, country, kind } = graph.ties.nodes[at]!;
  const own = graph.ties.edges
    .filter(({ from, to }) => from === key || to === key)
    .sort((a, b) => b.contacts - a.contacts);
  return (
    <>
      <h2>
        <a href={hrefOf(["actors", key])}>
          <bdi>{name}</bdi>
        </a>
      </h2>
      <p class="soft">{country && kind !== "state" ? sideName(country) : kind}</p>
      <TieList graph={graph} edges={own} own={key} />
    </>
  );
};

const Strongest = ({ graph }: { graph: Graph }) => (
  <>
    <h2>Strongest ties</h2>
    <TieList
      graph={graph}
      edges={[...graph.ties.edges].sort((a, b) => b.contacts - a.contacts).slice(0, 15)}
    />
  </>
);

const TieList = ({ graph, edges, own }: { graph: Graph; edges: Ties["edges"]; own?: string }) => (
  <ol class="latest">
    {edges.slice(0, 40).map(({ from, to, contacts, last }) => (
      <li key={`${from} ${to}`}>
        <p>
          <a href={hrefWith({ of: from, with: to })} data-item>
            <bdi>{listed([from, to].filter((one) => one !== own).map((one) => nameOf(graph, one)))}</bdi>
          </a>
        </p>
        <p class="soft">
          {counted(contacts, "contact")}, last <Day date={last} brief />
        </p>
      </li>
    ))}
  </ol>
);

const Table = ({ graph }: { graph: Graph }) => (
  <div class="scroll">
    <table class="ties">
      <thead>
        <tr>
          <th scope="col">Between</th>
          <th scope="col">and</th>
          <th scope="col" class="figure">
            Contacts
          </th>
          <th scope="col">First</th>
          <th scope="col">Last</th>
        </tr>
      </thead>
      <tbody>
        {[...graph.ties.edges]
          .sort((a, b) => b.contacts - a.contacts)
          .slice(0, 1000)
          .map(({ from, to, contacts, first, last }) => (
            <tr key={`${from} ${to}`}>
              <td>
                <a href={hrefWith({ of: from, with: to })} data-item>
                  <bdi>{nameOf(graph, from)}</bdi>
                </a>
              </td>
              <td>
                <bdi>{nameOf(graph, to)}</bdi>
              </td>
              <td class="figure number">{contacts}</td>
              <td>
                <Day date={first} brief />
              </td>
              <td>
                <Day date={last} brief />
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  </div>
);
