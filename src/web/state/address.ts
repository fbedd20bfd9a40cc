// The address bar -> what is shown, and back: every choice a reader makes stands in the URL, so that the back button,
// a bookmark and a link sent to a colleague all lead to the same view.
import { useEffect, useState } from "preact/hooks";

/** Where the reader is. `path` holds the decoded parts of the address; `query` what is chosen there. */
export type Address = {
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  readonly href: string;
};

const parse = (): Address => ({
  path: location.pathname.split("/").filter(Boolean).map(decoded),
  query: new URLSearchParams(location.search),
  href: location.pathname + location.search,
});

/** A malformed escape is shown as it stands rather than thrown at the reader. */
const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

let current = parse();
const listeners = new Set<(address: Address) => void>();
const tell = () => {
  current = parse();
  for (const listener of listeners) listener(current);
};

/** The address, kept up to date. */
export const useAddress = (): Address => {
  const [address, setAddress] = useState(current);
  useEffect(() => {
    listeners.add(setAddress);
    setAddress(current);
    return () => void listeners.delete(setAddress);
  }, []);
  return address;
};

/** Goes to an address of this app. `replace` is for choices that the back button should pass over. */
export const go = (href: string, replace = false): void => {
  if (href === location.pathname + location.search + location.hash) return;
  remember();
  if (replace) history.replaceState(history.state, "", href);
  else history.pushState({}, "", href);
  tell();
};

/** The address with some choices changed; `undefined` takes one away. */
export const hrefWith = (changes: { readonly [name: string]: string | undefined }): string => {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined || value === "") query.delete(name);
    else query.set(name, value);
  }
  const text = query.toString();
  return `${location.pathname}${text === "" ? "" : `?${text}`}`;
};

/** Changes some choices of the page that is shown. */
export const choose = (changes: { readonly [name: string]: string | undefined }, replace = true): void =>
  go(hrefWith(changes), replace);

/** `/contact/d12.c3?at=…`, with every part escaped. */
export const hrefOf = (
  parts: readonly string[],
  query: { readonly [name: string]: string | readonly string[] | undefined } = {},
): string => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    for (const one of typeof value === "string" ? [value] : (value ?? []))
      if (one !== "") search.append(name, one);
  const text = search.toString();
  return `/${parts.map(encodeURIComponent).join("/")}${text === "" ? "" : `?${text}`}`;
};

/** Where the reader stood on this entry of the history, so that "back" returns to the same line. */
const remember = () => history.replaceState({ ...history.state, top: scrollY }, "");
/** The line to return to; 0 on an entry that is new. */
export const rememberedTop = (): number => Number((history.state as { top?: number } | null)?.top ?? 0);

/** Makes links of this app change the view without loading it anew, and follows the back button. */
export const followLinks = (): void => {
  history.scrollRestoration = "manual";
  addEventListener("popstate", tell);
  addEventListener("pagehide", remember);
  let pause = 0;
  addEventListener(
    "scroll",
    () => {
      clearTimeout(pause);
      pause = window.setTimeout(remember, 150);
    },
    { passive: true },
  );
  document.addEventListener("click", (event) => {
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    const link = (event.target as Element).closest?.("a");
    if (
      !plain ||
      event.defaultPrevented ||
      !link?.href ||
      link.target !== "" ||
      link.hasAttribute("download")
    )
      return;
    const url = new URL(link.href);
    if (url.origin !== location.origin || url.pathname.startsWith("/api")) return;
    if (url.hash !== "" && url.pathname === location.pathname && url.search === location.search) return;
    event.preventDefault();
    go(url.pathname + url.search + url.hash);
  });
};
