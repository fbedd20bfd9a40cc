// Key presses -> what they do on the page that is shown. Single keys can be switched off (WCAG 2.1.4): people who
// speak to their computer would else set them off by talking.
import { useEffect, useRef } from "preact/hooks";

/** A key with what it does. `keys` is one key, or two pressed one after the other (`g h`). */
export type Key = { readonly keys: string; readonly says: string; readonly run: () => void };
type Group = { readonly title: string; readonly keys: readonly Key[] };

const groups = new Map<symbol, Group>();
const store = "dragoman.keys";

/** Whether single keys are heard. */
export const keysOn = (): boolean => localStorage.getItem(store) !== "off";
/** Switches single keys on or off, for good. */
export const setKeysOn = (on: boolean): void => localStorage.setItem(store, on ? "on" : "off");

/** All keys that work now, by group, those of the page before those of the whole app. */
export const keyGroups = (): Group[] => [...groups.values()].filter(({ keys }) => keys.length > 0).reverse();

/** Gives keys to a page or part for as long as it is shown. */
export const useKeys = (title: string, keys: readonly Key[]): void => {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const own = Symbol(title);
    groups.set(own, {
      title,
      get keys() {
        return latest.current;
      },
    });
    return () => void groups.delete(own);
  }, [title]);
};

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:TEXTAREA|SELECT)$/.test(target.tagName) || isTextInput(target));
const isTextInput = (target: HTMLElement): boolean =>
  target instanceof HTMLInputElement && !/^(?:checkbox|radio|range|button|submit)$/.test(target.type);

let first = "";
let pause = 0;

const press = (event: KeyboardEvent): void => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.isComposing) return;
  if (event.key === "Escape" && typing(event.target)) {
    (event.target as HTMLElement).blur();
    return;
  }
  if (typing(event.target) || !keysOn()) return;
  if (document.querySelector("dialog[open]")) return;
  const pressed = first === "" ? event.key : `${first} ${event.key}`;
  const all = [...groups.values()].reverse().flatMap(({ keys }) => keys);
  const found = all.find(({ keys }) => keys === pressed) ?? all.find(({ keys }) => keys === event.key);
  clearTimeout(pause);
  const opens = found === undefined && all.some(({ keys }) => keys.startsWith(`${event.key} `));
  first = opens ? event.key : "";
  if (opens) pause = window.setTimeout(() => (first = ""), 1200);
  if (!found) return;
  event.preventDefault();
  found.run();
};

/** Starts to listen. */
export const listenToKeys = (): void => document.addEventListener("keydown", press);

/** Moves the focus along the items of a list (`j`, `k`). `items` is a selector; the first one is taken where none has it. */
export const step = (items: string, by: 1 | -1): void => {
  const all = [...document.querySelectorAll<HTMLElement>(items)].filter((one) => one.offsetParent !== null);
  const at = all.indexOf(document.activeElement as HTMLElement);
  const within = at >= 0 ? at : all.findIndex((one) => one.contains(document.activeElement));
  const next = all[within < 0 ? (by === 1 ? 0 : all.length - 1) : within + by];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
};
