// The ways out of a contact's page: a citation, a link that lasts, and its documents in other forms.
import { copy } from "../parts/said.tsx";
import { hrefOf } from "../state/address.ts";
import { dateWords } from "../state/date.ts";
import type { Comparison } from "../state/shapes.ts";
import { channelName, sideName } from "../state/words.ts";

/** One sentence that names the contact, its accounts and where they can be read. */
export const citationOf = (comparison: Comparison, headline: string): string => {
  const { contact, documents } = comparison;
  const what = `${channelName(contact.channel)}, ${headline}${contact.date ? `, ${dateWords(contact.date)}` : ""}`;
  const told = documents.map(({ publisher, title, published, side, url }) =>
    [
      side ? `${sideName(side)}: ${publisher ?? ""}`.trim() : publisher,
      title && `“${title}”`,
      published && dateWords(published),
      url,
    ]
      .filter(Boolean)
      .join(", "),
  );
  return `${what}. As told by ${told.join("; ")}. ${location.origin}${hrefOf(["contacts", contact.id])}`;
};

const forms = [
  ["csv", "CSV"],
  ["bibtex", "BibTeX"],
  ["csl", "CSL"],
  ["ical", "iCalendar"],
  ["jsonl", "records"],
] as const;

/** The buttons and links. */
export const Share = ({
  comparison,
  headline,
  alone,
}: {
  comparison: Comparison;
  headline: string;
  alone: boolean;
}) => {
  const { contact } = comparison;
  const document = contact.documents;
  return (
    <div class="share">
      <button type="button" class="button" onClick={() => copy(citationOf(comparison, headline), "Citation")}>
        Cite <kbd>c</kbd>
      </button>
      <button
        type="button"
        class="button"
        onClick={() => copy(`${location.origin}${hrefOf(["contacts", contact.id])}`, "Link")}
      >
        Permalink <kbd>l</kbd>
      </button>
      <span class="soft">Export:</span>
      <ul class="inline">
        {!alone && (
          <li>
            <a href={`/api${hrefOf(["contacts", contact.id, "comparison"])}`}>comparison</a>
          </li>
        )}
        {forms.map(([form, says]) => (
          <li key={form}>
            <a href={`/api${hrefOf(["exports", form], { document })}`} download>
              {says}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
};
