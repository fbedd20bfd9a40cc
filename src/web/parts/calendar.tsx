// Contacts by date -> years of months, each with as much ink as there were contacts; a month leads to its timeline.
import { hrefOf } from "../state/address.ts";
import { counted } from "../state/words.ts";

const months = ["J", "F", "M", "A", "M", "J", "J", "A", "S", "O", "N", "D"];
const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** The calendar, newest year first; years without a contact between two with some are left out. */
export const Calendar = ({
  days,
  actor,
}: {
  days: readonly { readonly date: string; readonly contacts: number }[];
  actor: string;
}) => {
  const byMonth = new Map<string, number>();
  let undated = 0;
  for (const { date, contacts } of days) {
    if (!/^\d{4}/.test(date)) undated += contacts;
    else {
      const month = /^\d{4}-\d\d/.test(date) ? date.slice(0, 7) : date.slice(0, 4);
      byMonth.set(month, (byMonth.get(month) ?? 0) + contacts);
    }
  }
  const years = [...new Set([...byMonth.keys()].map((month) => month.slice(0, 4)))].sort().reverse();
  const most = Math.max(1, ...byMonth.values());
  if (years.length === 0) return <p class="soft">{undated === 0 ? "None." : `${undated} without a date.`}</p>;
  return (
    <>
      <table class="calendar">
        <thead>
          <tr>
            <th scope="col">
              <span class="unseen">Year</span>
            </th>
            {months.map((letter, at) => (
              <th key={monthNames[at]} scope="col">
                <abbr title={monthNames[at]}>{letter}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {years.map((year) => (
            <tr key={year}>
              <th scope="row" class="number">
                {year}
                {byMonth.has(year) && <span class="soft"> +{byMonth.get(year)}</span>}
              </th>
              {monthNames.map((name, at) => {
                const month = `${year}-${String(at + 1).padStart(2, "0")}`;
                const count = byMonth.get(month) ?? 0;
                return (
                  <td key={name} class={count === 0 ? undefined : `ink-${Math.ceil((count / most) * 4)}`}>
                    {count > 0 && (
                      <a
                        href={hrefOf(["timeline"], { actor: `key:${actor}`, since: month, until: month })}
                        aria-label={`${name} ${year}: ${counted(count, "contact")}`}
                      >
                        {count}
                      </a>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {undated > 0 && <p class="soft">and {undated} without a date</p>}
    </>
  );
};
