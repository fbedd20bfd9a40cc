// A period, typed as years, months or days; it stands in the URL as since and until.
import { choose, useAddress } from "../state/address.ts";

/** The form. */
export const Period = () => {
  const { query } = useAddress();
  const since = query.get("since") ?? "";
  const until = query.get("until") ?? "";
  return (
    <form
      class="period"
      key={`${since} ${until}`}
      onSubmit={(event) => {
        event.preventDefault();
        const given = new FormData(event.currentTarget);
        choose({ since: String(given.get("since") ?? ""), until: String(given.get("until") ?? "") }, false);
      }}
    >
      <Bound name="since" says="From" value={since} example="2024-11" />
      <Bound name="until" says="to" value={until} example="2025" />
      <button type="submit" class="button">
        Set
      </button>
      {(since !== "" || until !== "") && (
        <button
          type="button"
          class="button"
          onClick={() => choose({ since: undefined, until: undefined }, false)}
        >
          All time
        </button>
      )}
    </form>
  );
};

const Bound = ({
  name,
  says,
  value,
  example,
}: {
  name: string;
  says: string;
  value: string;
  example: string;
}) => (
  <label>
    {says}{" "}
    <input
      type="text"
      name={name}
      size={10}
      inputMode="numeric"
      pattern="\d{4}(-\d\d){0,2}"
      title="a year, month or day: 2024, 2024-11, 2024-11-15"
      placeholder={example}
      defaultValue={value}
    />
  </label>
);
