// One party or two, chosen by name, side or key; suggestions come while a name is typed.
import { useId, useRef, useState } from "preact/hooks";
import { go, hrefOf } from "../state/address.ts";
import { useData } from "../state/data.ts";
import type { ActorFile, Identity, Page } from "../state/shapes.ts";
import { sideName } from "../state/words.ts";

const keyOf = (party: string | undefined): string | undefined =>
  party?.startsWith("key:") ? party.slice(4) : undefined;

/** What parties are called: the actor's name for a key, the country's for a code, else the words that were typed. */
export const usePartyNames = (parties: readonly string[]): string[] => {
  const [first, second] = [keyOf(parties[0]), keyOf(parties[1])];
  const answers = [
    useData<ActorFile>(first === undefined ? undefined : `/api${hrefOf(["actors", first])}`),
    useData<ActorFile>(second === undefined ? undefined : `/api${hrefOf(["actors", second])}`),
  ];
  return parties.map(
    (party, at) => answers[at]?.data?.name ?? (keyOf(party) === undefined ? sideName(party) : "…"),
  );
};

/** The form. */
export const PartyPicker = ({ parties, names }: { parties: readonly string[]; names: readonly string[] }) => {
  const show = (next: readonly string[]) => go(hrefOf(["timeline"], { actor: next.filter(Boolean) }));
  return (
    <div class="parties">
      {parties.map((party, at) => (
        <span class="chip" key={party}>
          {keyOf(party) === undefined ? (
            <bdi>{names[at]}</bdi>
          ) : (
            <a href={hrefOf(["actors", keyOf(party)!])}>
              <bdi>{names[at]}</bdi>
            </a>
          )}{" "}
          <button
            type="button"
            class="link"
            aria-label={`Take away ${names[at]}`}
            onClick={() => show(parties.filter((one) => one !== party))}
          >
            ✕
          </button>
        </span>
      ))}
      {parties.length < 2 && <Add first={parties.length === 0} add={(party) => show([...parties, party])} />}
    </div>
  );
};

const Add = ({ first, add }: { first: boolean; add: (party: string) => void }) => {
  const [typed, setTyped] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const list = useId();
  const found = useData<Page<Identity>>(
    typed.trim().length > 1 || (first && typed === "")
      ? `/api${hrefOf(["actors"], { ...(typed.trim() !== "" && { q: typed.trim() }), limit: "8" })}`
      : undefined,
  );
  const items = found.data?.items ?? [];
  return (
    <form
      class="add-party"
      onSubmit={(event) => {
        event.preventDefault();
        const words = input.current?.value.trim() ?? "";
        const exact = items.find(({ name }) => name.toLowerCase() === words.toLowerCase());
        if (words !== "") add(exact ? `key:${exact.key}` : words);
      }}
    >
      <label>
        {first ? "A person, state or organization" : "and whom?"}{" "}
        <input
          ref={input}
          type="text"
          autocomplete="off"
          aria-describedby={list}
          placeholder="Lavrov, USA, European Union …"
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="button">
        {first ? "Show" : "Add"}
      </button>
      {items.length > 0 && (
        <ul class="chips" id={list} aria-label="Suggestions">
          {items.map(({ key, name, country }) => (
            <li key={key}>
              <button type="button" class="chip" data-item onClick={() => add(`key:${key}`)}>
                <bdi>{name}</bdi>
                {country && sideName(country) !== name && <span class="soft"> {sideName(country)}</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
    </form>
  );
};
