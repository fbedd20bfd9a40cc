// The keys that work on the page that is shown, in a dialog, and the switch that turns them off.
import { useEffect, useRef, useState } from "preact/hooks";
import { keyGroups, keysOn, setKeysOn } from "../state/keys.ts";

/** The dialog. */
export const Keys = ({ close }: { close: () => void }) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const [on, setOn] = useState(keysOn());
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} onClose={close} aria-labelledby="keys-title">
      <header>
        <h2 id="keys-title">Keys</h2>
        <button type="button" class="quiet" onClick={() => dialog.current?.close()} aria-label="Close">
          <span aria-hidden="true">✕</span>
        </button>
      </header>
      <div class="keys">
        {keyGroups().map(({ title, keys }) => (
          <section key={title}>
            <h3 class="label">{title}</h3>
            <dl>
              {keys.map(({ keys: pressed, says }) => (
                <>
                  <dt>
                    {pressed.split(" ").map((one) => (
                      <>
                        <kbd>{one}</kbd>{" "}
                      </>
                    ))}
                  </dt>
                  <dd>{says}</dd>
                </>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <label class="check">
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => {
            setKeysOn(event.currentTarget.checked);
            setOn(event.currentTarget.checked);
          }}
        />{" "}
        Listen to single keys
      </label>
    </dialog>
  );
};
