// Record -> CAMEO, tab-separated: one row a pair of actors, with the public statements (01) that PLOVER leaves out.
import type { Record, RecordActor } from "../record/schema.ts";

/** The columns in their order; `Text` is the trigger or the cue. */
export const cameoColumns = [
  "ID",
  "Date",
  "Source",
  "Target",
  "Code",
  "Factuality",
  "Within",
  "Text",
] as const;

/** Acts of statements that CAMEO knows as kinds of public statement; any other act is a statement without more. */
const statementCodes: { readonly [act: string]: string } = {
  deny: "016",
  confirm: "015",
  intend: "014",
  want: "013",
  warn: "012",
  "express-concern": "012",
  condole: "018",
  congratulate: "018",
  agree: "019",
  reaffirm: "019",
};
/** Acts that are events of their own, found as such. */
const deeds = new Set(
  "accuse criticize condemn demand urge ask threaten promise offer propose refuse thank praise welcome support apologize".split(
    " ",
  ),
);

type Row = {
  readonly id: string;
  readonly date: string;
  readonly sources: readonly string[];
  readonly targets: readonly string[];
  readonly code: string;
  readonly factuality: string;
  readonly within: string;
  readonly text: string;
};

/** The header and one row a pair, without line ends; a visit (042) also gives its host's row (043), as CAMEO asks. */
export const toCameo = (records: readonly Record[]): string[] => [
  cameoColumns.join("\t"),
  ...records.flatMap((record) =>
    [...eventRows(record), ...statementRows(record)]
      .flatMap((row) => pairs(row))
      .map((cells) => cells.join("\t")),
  ),
];

const eventRows = (record: Record): Row[] =>
  record.events.flatMap((event) => {
    if (!event.cameo) return [];
    const row = {
      id: event.id,
      date: event.date ?? record.document.published ?? "",
      sources: event.actors,
      targets: event.recipients,
      code: event.cameo,
      factuality: event.factuality,
      within: event.within ?? "",
      text: event.trigger.text,
    };
    const hosted = { ...row, code: "043", sources: row.targets, targets: row.sources };
    return (event.cameo === "042" && row.targets.length > 0 ? [row, hosted] : [row]).map((one) =>
      named(record, one),
    );
  });

const statementRows = (record: Record): Row[] =>
  record.statements
    .filter(({ act, negated, speakers }) => !deeds.has(act) && !negated && speakers.length > 0)
    .map((statement) =>
      named(record, {
        id: statement.id,
        date: statement.date ?? record.document.published ?? "",
        sources: statement.speakers,
        targets: statement.addressees,
        code: statementCodes[statement.act] ?? "010",
        factuality: "actual",
        within: statement.within ?? "",
        text: statement.cue?.text ?? "",
      }),
    );

const named = (record: Record, row: Row): Row => {
  const actors = new Map(record.actors.map((actor) => [actor.id, actor]));
  const codes = (ids: readonly string[]) => ids.map((id) => codeOf(actors.get(id)));
  return { ...row, sources: codes(row.sources), targets: codes(row.targets) };
};

/** CAMEO writes country and role as one word: `CZEGOV`; nobody known is `---`. */
const codeOf = (actor: RecordActor | undefined): string =>
  (actor?.code ?? actor?.country ?? "---").replace(/\s+/g, "");

/** Sides that act on each other give a row each way. */
const pairs = ({ sources, targets, ...row }: Row): string[][] => {
  const mutual = targets.length === 0 && sources.length > 1;
  return sources.flatMap((source) => {
    const others = mutual ? sources.filter((one) => one !== source) : targets.length > 0 ? targets : ["---"];
    return others.map((target) =>
      [row.id, row.date, source, target, row.code, row.factuality, row.within, row.text].map((cell) =>
        cell.replace(/[\t\r\n]+/g, " "),
      ),
    );
  });
};
