// What is new: contacts of which a second account has arrived, contradictions, what was taken in last, what failed.
import { useRef } from "preact/hooks";
import { Day, Shown } from "../parts/said.tsx";
import { Heading } from "../parts/shell.tsx";
import { go, hrefOf } from "../state/address.ts";
import { useData } from "../state/data.ts";
import type { Contact, News, Summary } from "../state/shapes.ts";
import { channelName, counted, listed, sideName } from "../state/words.ts";

/** The page. */
export const Home = () => {
  const answer = useData<News>("/api/home");
  return (
    <>
      <header class="front">
        <Heading title="Dragoman">Who spoke to whom, and what each side says was said</Heading>
        <SearchBox />
      </header>
      <Shown answer={answer}>{(news) => <Front news={news} />}</Shown>
    </>
  );
};

const SearchBox = () => {
  const input = useRef<HTMLInputElement>(null);
  return (
    <form
      class="search-box"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        go(hrefOf(["search"], { q: input.current?.value ?? "" }));
      }}
    >
      <input
        ref={input}
        type="search"
        name="q"
        aria-label="Search the texts"
        placeholder="Lavrov NEAR/5 call, “grain deal”, title:summit …"
      />
      <button type="submit" class="button strong">
        Search
      </button>
    </form>
  );
};

const Front = ({ news }: { news: News }) => {
  const { documents = 0 } = news.counts;
  if (documents === 0) return <Empty news={news} />;
  const second = news.accounts.filter(({ contrary }) => contrary === 0);
  return (
    <>
      <p class="counts">
        {(["documents", "contacts", "statements", "events", "actors"] as const).map((layer) => (
          <span key={layer}>
            <strong class="number">{(news.counts[layer] ?? 0).toLocaleString("en")}</strong> {layer}
          </span>
        ))}
      </p>
      <div class="front-grid">
        <section aria-labelledby="against">
          <h2 id="against">They contradict each other</h2>
          {news.contradictions.length === 0 && <p class="soft">No contradiction among the latest texts.</p>}
          <ol>
            {news.contradictions.map((one) => (
              <Story key={one.id} summary={one} />
            ))}
          </ol>
          <h2 id="second">Told by both sides</h2>
          {second.length === 0 && <p class="soft">No other contact has two accounts yet.</p>}
          <ol aria-labelledby="second">
            {second.map((one) => (
              <Story key={one.id} summary={one} />
            ))}
          </ol>
        </section>
        <aside aria-label="Arrivals">
          <Failures news={news} />
          <h2>Latest contacts</h2>
          <ol class="latest">
            {grouped(news.contacts).map((tellings) => (
              <Latest key={tellings[0]!.id} tellings={tellings} />
            ))}
          </ol>
        </aside>
      </div>
    </>
  );
};

const namesOf = ({ actors }: Summary): string =>
  listed([...new Set(actors.map(({ name }) => name).filter(Boolean))]);

const Kicker = ({ channel, status, date }: { channel: string; status: string; date?: string }) => (
  <p class="kicker">
    {channelName(channel)} · <Day date={date} />
    {status !== "held" && <span class={`tag status-${status}`}>{status}</span>}
  </p>
);

/** A contact of which two sides tell; what they say against each other stands below its name. */
const Story = ({ summary }: { summary: Summary }) => (
  <li class="story">
    <Kicker channel={summary.channel} status={summary.status} {...(summary.date && { date: summary.date })} />
    <h3>
      <a href={hrefOf(["contacts", summary.id])} data-item>
        <bdi>{namesOf(summary) || "A contact"}</bdi>
      </a>
    </h3>
    {summary.contradictions.slice(0, 1).map(({ topic, told }) => (
      <div class="clash-pair" key={topic}>
        {summary.sides.map((side, at) => {
          const [longest] = told
            .filter((one) => one.side === side)
            .map((one) => one.words)
            .sort((x, y) => y.length - x.length);
          return longest === undefined ? null : (
            <blockquote key={side} class={`side-${at}`}>
              <p class="side-name">{sideName(side)}</p>
              <p class="said">
                <bdi>{longest}</bdi>
              </p>
            </blockquote>
          );
        })}
      </div>
    ))}
    <Tally summary={summary} />
  </li>
);

const Tally = ({ summary: { contrary, reworded, same, only, documents } }: { summary: Summary }) => (
  <p class="tally">
    {contrary > 0 && (
      <span class="clash">
        <span aria-hidden="true">≠</span> {counted(contrary, "contradiction")}
      </span>
    )}
    {reworded > 0 && <span>{reworded} in other words</span>}
    {same > 0 && <span>{same} alike</span>}
    {Object.entries(only)
      .filter(([, count]) => count > 0)
      .map(([side, count]) => (
        <span key={side}>
          {count} only {sideName(side)}
        </span>
      ))}
    <span>{counted(documents.length, "document")}</span>
  </p>
);

/** Tellings of what looks like one contact stand together; the contact's page says whether it is. */
const grouped = (contacts: readonly Contact[]): Contact[][] => [
  ...Map.groupBy(contacts, ({ channel, status, date, participants, names }) =>
    [channel, status, date, ...participants.map(({ actor }) => names[actor]).sort()].join("|"),
  ).values(),
];

const Latest = ({ tellings }: { tellings: readonly Contact[] }) => {
  const contact = tellings[0]!;
  const publishers = new Set(
    tellings.map(({ document }) => document.publisher ?? document.title ?? "").filter(Boolean),
  );
  const names = listed([
    ...new Set(contact.participants.map(({ actor }) => contact.names[actor] ?? "").filter(Boolean)),
  ]);
  return (
    <li>
      <Kicker
        channel={contact.channel}
        status={contact.status}
        {...(contact.date && { date: contact.date })}
      />
      <p>
        <a href={hrefOf(["contacts", contact.id])} data-item>
          <bdi>{names || "A contact"}</bdi>
        </a>
      </p>
      <p class="soft">
        <bdi>{[...publishers].join(", ")}</bdi>
      </p>
    </li>
  );
};

const Failures = ({ news: { failures, failed } }: { news: News }) =>
  failed === 0 ? null : (
    <section class="failures" aria-labelledby="failed">
      <h2 id="failed">{counted(failed, "import")} failed</h2>
      <ul>
        {failures.slice(0, 5).map(({ source, reason }) => (
          <li key={source}>
            <code>{source}</code>
            <p class="soft">{reason}</p>
          </li>
        ))}
      </ul>
      <p class="soft">
        <code>dragoman retry</code> tries them again.
      </p>
    </section>
  );

const Empty = ({ news }: { news: News }) => (
  <div class="empty">
    <p class="standfirst">
      The library is empty. Add texts from the command line, and they are here when you come back:
    </p>
    <pre>
      <code>npx dragoman add readouts/ https://example.org/feed.xml</code>
    </pre>
    <p class="soft">
      Files, folders, addresses of pages and feeds; text, HTML, PDF, JSON Lines, CSV, WARC and ZIP. Nothing
      leaves this machine.
    </p>
    <Failures news={news} />
  </div>
);
