// Small pieces of text: words of strangers kept apart in their own direction, dates, labels, troubles.
import type { ComponentChildren } from "preact";
import type { Answer } from "../state/data.ts";
import { dateWords } from "../state/date.ts";

/** Words that come from a document: shown as they are, their direction kept to themselves. */
export const Bdi = ({ children }: { children: ComponentChildren }) => <bdi>{children}</bdi>;

/** A date as a person writes it, with the machine's form beside it. */
export const Day = ({ date, brief = false }: { date: string | null | undefined; brief?: boolean }) =>
  date ? <time dateTime={date}>{dateWords(date, brief)}</time> : <span class="soft">undated</span>;

/** What is shown of an answer: the thing itself, a word of patience, or what went wrong. */
export const Shown = <Data,>({
  answer,
  children,
}: {
  answer: Answer<Data>;
  children: (data: Data) => ComponentChildren;
}) => {
  if (answer.data !== undefined) return <>{children(answer.data)}</>;
  if (answer.trouble)
    return (
      <div class="trouble" role="alert">
        <p>{answer.trouble.message}</p>
        {answer.trouble.status !== 404 && (
          <p>
            <button type="button" class="button" onClick={answer.again}>
              Try again
            </button>
          </p>
        )}
      </div>
    );
  return (
    <p class="soft waiting" role="status">
      One moment …
    </p>
  );
};

let heard: HTMLElement | null = null;
const hear = (element: HTMLElement | null) => {
  heard = element;
};
let pause = 0;
/** The one place where short news is shown and read out. */
export const Toast = () => <div class="toast" role="status" aria-live="polite" ref={hear} />;
/** Says something for a moment. */
export const tell = (words: string): void => {
  if (!heard) return;
  heard.textContent = words;
  clearTimeout(pause);
  pause = window.setTimeout(() => {
    if (heard) heard.textContent = "";
  }, 3500);
};

/** Copies words and says so. */
export const copy = async (words: string, what: string): Promise<void> => {
  try {
    await navigator.clipboard.writeText(words);
    tell(`${what} copied`);
  } catch {
    tell("The browser does not let this page copy; select the words instead");
  }
};
