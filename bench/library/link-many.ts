// `node bench/library/link-many.ts [COUNT]`: how long linking takes on made records, half and whole, one contact told five times.
import { loadLanguage } from "../../src/language/language.ts";
import { linkContacts } from "../../src/link/link-contacts.ts";
import type { Record } from "../../src/record/schema.ts";
import { madeRecord, random } from "./made-records.ts";

const tellings = 5;

/** Records in groups of five that tell of one contact in words of their own. */
const madeTellings = (count: number): Record[] => {
  const draw = random(1);
  const records: Record[] = [];
  for (let number = 0; records.length < count; number += tellings) {
    const first = madeRecord(number, draw);
    records.push(first);
    for (let again = 1; again < tellings && records.length < count; again += 1) {
      const { document, ...rest } = madeRecord(number + again, draw);
      const renamed = new Map(rest.actors.map((actor, at) => [actor.id, first.actors[at]!]));
      records.push({
        ...rest,
        document: { ...document, published: first.document.published! },
        actors: rest.actors.map((actor) => ({
          ...actor,
          name: renamed.get(actor.id)!.name,
          country: renamed.get(actor.id)!.country!,
        })),
        contacts: rest.contacts.map((contact) => ({
          ...contact,
          channel: first.contacts[0]!.channel,
          status: first.contacts[0]!.status,
          date: first.contacts[0]!.date!,
          participants: contact.participants.map((one) => ({
            ...one,
            side: renamed.get(one.actor)!.country!,
          })),
        })),
      });
    }
  }
  return records;
};

const { hours } = loadLanguage().comparison;
const whole = Number(process.argv[2] ?? 10_000);
for (const count of [whole / 4, whole / 2, whole]) {
  const records = madeTellings(count);
  const start = process.cpuUsage();
  const { groups, reasons } = linkContacts(records, hours);
  const { user, system } = process.cpuUsage(start);
  const seconds = (user + system) / 1e6;
  console.log(
    `${count} records: ${seconds.toFixed(2)} s of processor time, ${groups.length} contacts, ${reasons.length} pairs judged`,
  );
}
