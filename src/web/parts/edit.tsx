// A finding -> a short form of the fields that a person may put right.
import { useEffect, useRef } from "preact/hooks";
import type { Finding } from "../state/findings.ts";

type Field = {
  readonly name: string;
  readonly says: string;
  readonly value: string;
  readonly options?: readonly string[];
};

const fieldsOf = (one: Finding): Field[] => {
  switch (one.layer) {
    case "statements":
      return [
        { name: "act", says: "Act", value: one.finding.act },
        { name: "date", says: "Date", value: one.finding.date ?? "" },
        { name: "form", says: "Form", value: one.finding.form, options: ["direct", "indirect", "mixed"] },
      ];
    case "contacts":
      return [
        {
          name: "channel",
          says: "Channel",
          value: one.finding.channel,
          options: ["call", "video", "meeting", "visit", "letter", "message", "other"],
        },
        {
          name: "status",
          says: "Status",
          value: one.finding.status,
          options: ["held", "planned", "cancelled", "denied"],
        },
        { name: "date", says: "Date", value: one.finding.date ?? "" },
      ];
    case "events":
      return [
        { name: "type", says: "PLOVER type", value: one.finding.type },
        { name: "mode", says: "Mode", value: one.finding.mode ?? "" },
        {
          name: "factuality",
          says: "Factuality",
          value: one.finding.factuality,
          options: ["actual", "future", "hypothetical", "negated", "historical"],
        },
        { name: "date", says: "Date", value: one.finding.date ?? "" },
      ];
    case "actors":
      return [
        { name: "name", says: "Name", value: one.finding.name },
        {
          name: "kind",
          says: "Kind",
          value: one.finding.kind,
          options: ["person", "state", "organization", "group"],
        },
        { name: "country", says: "Side (code)", value: one.finding.country ?? "" },
      ];
    case "times":
      return [{ name: "value", says: "Value", value: one.finding.value }];
  }
};

/** The form; `save` gets only what was changed, null where a field was emptied. */
export const Edit = ({
  finding,
  save,
  close,
}: {
  finding: Finding;
  save: (changes: { [field: string]: string | null }) => void;
  close: () => void;
}) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const fields = fieldsOf(finding);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} onClose={close} aria-labelledby="edit-title">
      <form
        method="dialog"
        onSubmit={(event) => {
          const given = new FormData(event.currentTarget);
          const changes: { [field: string]: string | null } = {};
          for (const { name, value } of fields) {
            const now = String(given.get(name) ?? "").trim();
            if (now !== value) changes[name] = now === "" ? null : now;
          }
          if (Object.keys(changes).length > 0) save(changes);
        }}
      >
        <header>
          <h2 id="edit-title">Put it right</h2>
        </header>
        <p class="soft">
          <bdi>{finding.title}</bdi>
        </p>
        <div class="fields">
          {fields.map(({ name, says, value, options }) => (
            <label key={name} for={`edit-${name}`}>
              <span>{says}</span>
              {options ? (
                <select name={name} id={`edit-${name}`}>
                  {options.map((one) => (
                    <option key={one} selected={one === value}>
                      {one}
                    </option>
                  ))}
                </select>
              ) : (
                <input type="text" name={name} id={`edit-${name}`} defaultValue={value} autocomplete="off" />
              )}
            </label>
          ))}
        </div>
        <div class="note-acts">
          <button type="submit" class="button strong">
            Save
          </button>
          <button type="button" class="button" onClick={() => dialog.current?.close()}>
            Cancel
          </button>
        </div>
      </form>
    </dialog>
  );
};
