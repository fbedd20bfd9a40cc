// An address of the API -> what it answers, fetched once and shown again at once on the way back.
import { useCallback, useEffect, useState } from "preact/hooks";

/** What went wrong, as the API says it (RFC 9457). */
export class Trouble extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** What is known of an answer. `data` may be of the visit before while `loading` asks again. */
export type Answer<Data> = {
  readonly data?: Data;
  readonly trouble?: Trouble;
  readonly loading: boolean;
  readonly again: () => void;
};

const kept = new Map<string, unknown>();
const most = 60;

/** Asks the API once. Throws Trouble. */
export const ask = async <Data>(url: string, init?: RequestInit): Promise<Data> => {
  let response: Response;
  try {
    response = await fetch(url, { ...init, headers: { accept: "application/json", ...init?.headers } });
  } catch {
    throw new Trouble(0, "Dragoman does not answer. Is `dragoman serve` still running?");
  }
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) {
    const { detail, title } = (body ?? {}) as { detail?: string; title?: string };
    throw new Trouble(response.status, detail ?? title ?? `The server answered with ${response.status}.`);
  }
  return body as Data;
};

/** Sends a change as JSON and forgets what was fetched before it. Throws Trouble. */
export const send = async <Data>(method: string, url: string, body?: unknown): Promise<Data> => {
  const answer = await ask<Data>(url, {
    method,
    ...(body !== undefined && {
      body: JSON.stringify(body),
      headers: { "content-type": "application/json" },
    }),
  });
  kept.clear();
  return answer;
};

const asTrouble = (error: unknown): Trouble =>
  error instanceof Trouble ? error : new Trouble(0, String(error));

/** An answer of the API, asked for whenever the address changes; `undefined` asks for nothing. */
export const useData = <Data>(url: string | undefined): Answer<Data> => {
  const [round, setRound] = useState(0);
  const [state, setState] = useState<{ url?: string; data?: Data; trouble?: Trouble }>({});
  const again = useCallback(() => setRound((one) => one + 1), []);
  useEffect(() => {
    if (url === undefined) return;
    let left = false;
    ask<Data>(url).then(
      (data) => {
        kept.delete(url);
        kept.set(url, data);
        if (kept.size > most) kept.delete(kept.keys().next().value!);
        if (!left) setState({ url, data });
      },
      (error) => {
        if (!left) setState({ url, trouble: asTrouble(error) });
      },
    );
    return () => {
      left = true;
    };
  }, [url, round]);
  const own = state.url === url ? state : {};
  const data = own.data ?? (url === undefined ? undefined : (kept.get(url) as Data | undefined));
  return {
    loading: url !== undefined && own.url === undefined,
    again,
    ...(data !== undefined && { data }),
    ...(own.trouble !== undefined && { trouble: own.trouble }),
  };
};
