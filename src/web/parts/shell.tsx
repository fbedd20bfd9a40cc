// The frame around every page: name, ways to go, search, colours, keys.
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { go, hrefOf, useAddress } from "../state/address.ts";
import { step, useKeys } from "../state/keys.ts";
import { Keys } from "./key-list.tsx";
import { Toast } from "./said.tsx";
import { setTheme, type Theme, themeNow, themes } from "./theme.ts";

const ways = [
  { name: "Home", path: [], key: "h" },
  { name: "Network", path: ["network"], key: "n" },
  { name: "Timeline", path: ["timeline"], key: "t" },
  { name: "Search", path: ["search"], key: "s" },
] as const;

/** The frame. */
export const Shell = ({ children }: { children: ComponentChildren }) => {
  const [keys, setKeys] = useState(false);
  const [theme, setShown] = useState(themeNow());
  const nextTheme = () => setShown(setTheme(themes[(themes.indexOf(theme) + 1) % themes.length]!));
  useKeys("Everywhere", [
    { keys: "?", says: "show the keys", run: () => setKeys(true) },
    {
      keys: "/",
      says: "search",
      run: () =>
        (["main", ".masthead"] as const)
          .map((part) => document.querySelector<HTMLInputElement>(`${part} [type=search]`))
          .find((input) => input !== null)
          ?.focus(),
    },
    ...ways.map(({ name, path: way, key }) => ({
      keys: `g ${key}`,
      says: `go to ${name.toLowerCase()}`,
      run: () => go(hrefOf(way)),
    })),
    { keys: "j", says: "next item", run: () => step("[data-item]", 1) },
    { keys: "k", says: "item before", run: () => step("[data-item]", -1) },
    { keys: "d", says: "light, dark, as the system", run: nextTheme },
  ]);
  return (
    <>
      <a class="skip" href="#page">
        Skip to the page
      </a>
      <Masthead theme={theme} nextTheme={nextTheme} showKeys={() => setKeys(true)} />
      <main id="page" tabIndex={-1}>
        {children}
      </main>
      <footer class="foot">
        <div>
          <span>Dragoman reads both sides. Every fact leads to the words it rests on.</span>
          <a href="/api/openapi.json">API</a>
        </div>
      </footer>
      {keys && <Keys close={() => setKeys(false)} />}
      <Toast />
    </>
  );
};

type MastheadProps = { readonly theme: Theme; readonly nextTheme: () => void; readonly showKeys: () => void };

const Masthead = ({ theme, nextTheme, showKeys }: MastheadProps) => {
  const { path } = useAddress();
  return (
    <header class="masthead">
      <div>
        <a class="name" href="/">
          <img src="/mark.svg" alt="" width="23" height="23" />
          Dragoman
        </a>
        <nav aria-label="Pages">
          <ul>
            {ways.slice(1).map(({ name, path: way }) => (
              <li key={name}>
                <a href={hrefOf(way)} aria-current={path[0] === way[0] ? "page" : undefined}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {path[0] !== undefined && path[0] !== "search" && <SearchForm />}
        <div class="tools">
          <button
            type="button"
            class="quiet"
            onClick={nextTheme}
            aria-label={`Colours: ${theme}`}
            title={`Colours: ${theme} (d)`}
          >
            <span aria-hidden="true">{{ system: "◐", light: "○", dark: "●" }[theme]}</span>
          </button>
          <button type="button" class="quiet" onClick={showKeys} aria-label="Keys" title="Keys (?)">
            <span aria-hidden="true">?</span>
          </button>
        </div>
      </div>
    </header>
  );
};

const SearchForm = () => {
  const search = useRef<HTMLInputElement>(null);
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        go(hrefOf(["search"], { q: search.current?.value ?? "" }));
      }}
    >
      <input ref={search} type="search" name="q" aria-label="Search the texts" placeholder="Search" />
    </form>
  );
};

/** A page's heading. It takes the focus when the page opens, so that a screen reader starts there; the tab's title follows it. */
export const Heading = ({ title, children }: { title: string; children?: ComponentChildren }) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = title === "Dragoman" ? title : `${title} · Dragoman`;
  }, [title]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children ?? title}
    </h1>
  );
};
