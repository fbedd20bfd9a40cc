// The address -> a page. Each page but the first is fetched when it is asked for.
import { type ComponentType, render } from "preact";
import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import { Home } from "./pages/home.tsx";
import { Heading, Shell } from "./parts/shell.tsx";
import { showTheme } from "./parts/theme.ts";
import { followLinks, rememberedTop, useAddress } from "./state/address.ts";
import { listenToKeys } from "./state/keys.ts";
import type { PageProps } from "./state/page.ts";

type Page = ComponentType<PageProps>;

const pages: { readonly [name: string]: () => Promise<Page> } = {
  contacts: async () => (await import("./pages/contact.tsx")).Contact,
  documents: async () => (await import("./pages/reader.tsx")).Reader,
  actors: async () => (await import("./pages/actor.tsx")).Actor,
  timeline: async () => (await import("./pages/timeline.tsx")).Timeline,
  network: async () => (await import("./pages/network.tsx")).Network,
  search: async () => (await import("./pages/search.tsx")).Search,
};
const loaded: { [name: string]: Page } = {};

const Lost = () => (
  <header>
    <Heading title="There is no such page" />
    <p class="standfirst">
      The address may be mistyped. <a href="/">What is new</a> is a good place to start.
    </p>
  </header>
);

const App = () => {
  const { path, href } = useAddress();
  const [name = "home", id = ""] = path;
  const [, setRound] = useState(0);
  const known = name === "home" && path.length === 0 ? Home : loaded[name];
  useEffect(() => {
    if (known || !pages[name]) return;
    let left = false;
    pages[name]().then((page) => {
      loaded[name] = page;
      if (!left) setRound((round) => round + 1);
    });
    return () => {
      left = true;
    };
  }, [name, known]);
  usePlace(`${name}/${id}`, href);
  const Shown = known ?? (pages[name] ? undefined : Lost);
  return <Shell>{Shown && <Shown key={`${name}/${id}`} id={id} />}</Shell>;
};

/** On a new page the focus goes to its heading; on the way back, the window to the line where the reader was. */
const usePlace = (page: string, href: string): void => {
  const [shown, setShown] = useState(page);
  useLayoutEffect(() => {
    if (shown === page) return;
    setShown(page);
    const top = rememberedTop();
    const until = performance.now() + 1500;
    let first = true;
    const settle = () => {
      const heading = document.querySelector<HTMLElement>("main h1");
      const high = document.documentElement.scrollHeight - innerHeight;
      if (heading && first) {
        heading.focus({ preventScroll: true });
        first = false;
      }
      if (heading && (high >= top || performance.now() > until)) scrollTo(0, top);
      else if (performance.now() < until) requestAnimationFrame(settle);
    };
    if (top === 0) scrollTo(0, 0);
    requestAnimationFrame(settle);
  }, [page, href]);
};

showTheme();
followLinks();
listenToKeys();
render(<App />, document.getElementById("app")!);
