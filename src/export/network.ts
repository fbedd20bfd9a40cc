// Records -> the network of contacts over time: actors are nodes, each contact an edge of its date between two of them.
import type { Record, RecordContact } from "../record/schema.ts";
import { keyOf } from "../store/rows.ts";
import { xmlText } from "./xml.ts";

type Node = { readonly id: string; name: string; readonly kind: string; readonly country: string };
type Edge = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly contact: RecordContact;
  readonly document: string;
};
/** Records that can be gone through more than once. */
type Records = () => Iterable<Record>;

/** Actors that take part in a contact, each once through all documents, by key. Of several names the longest stands. */
const nodesOf = (records: Records): Node[] => {
  const nodes = new Map<string, Node>();
  for (const record of records()) {
    const taking = new Set(
      record.contacts.flatMap(({ participants }) => participants.map(({ actor }) => actor)),
    );
    for (const actor of record.actors.filter(({ id }) => taking.has(id))) {
      const { kind, name, country = "" } = actor;
      const id = keyOf(actor);
      const known = nodes.get(id);
      if (!known) nodes.set(id, { id, name, kind, country });
      else if (name.length > known.name.length || (name.length === known.name.length && name < known.name))
        known.name = name;
    }
  }
  return [...nodes.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
};

/** An edge for each two participants of a contact; those of one side are not in contact with each other. */
function* edgesOf(records: Records): Generator<Edge> {
  for (const record of records()) {
    const keys = new Map(record.actors.map((actor) => [actor.id, keyOf(actor)]));
    for (const contact of record.contacts) {
      const { participants } = contact;
      const sides = new Set(participants.map(({ side }) => side ?? ""));
      for (const [at, one] of participants.entries())
        for (const [after, other] of participants.slice(at + 1).entries()) {
          const apart = sides.size < 2 || one.side === undefined || one.side !== other.side;
          const [from, to] = [keys.get(one.actor), keys.get(other.actor)];
          if (apart && from !== undefined && to !== undefined && from !== to)
            yield {
              id: `${contact.id}-${at + 1}-${at + after + 2}`,
              from,
              to,
              contact,
              document: record.document.id,
            };
        }
    }
  }
}

const attributes = ["contact", "channel", "status", "date", "document"] as const;
const valuesOf = ({ contact, document }: Edge): { [name in (typeof attributes)[number]]: string } => ({
  contact: contact.id,
  channel: contact.channel,
  status: contact.status,
  date: contact.date ?? "",
  document,
});

/** GraphML, which igraph, NetworkX and Gephi open. */
export function* toGraphml(records: Records): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n`;
  for (const name of ["name", "kind", "country"])
    yield `<key id="${name}" for="node" attr.name="${name}" attr.type="string"/>\n`;
  for (const name of attributes)
    yield `<key id="${name}" for="edge" attr.name="${name}" attr.type="string"/>\n`;
  yield `<graph id="contacts" edgedefault="undirected">\n`;
  const data = (key: string, value: string): string =>
    value === "" ? "" : `<data key="${key}">${xmlText(value)}</data>`;
  for (const { id, name, kind, country } of nodesOf(records))
    yield `<node id="${xmlText(id)}">${data("name", name)}${data("kind", kind)}${data("country", country)}</node>\n`;
  for (const edge of edgesOf(records)) {
    const values = valuesOf(edge);
    const ends = `source="${xmlText(edge.from)}" target="${xmlText(edge.to)}"`;
    yield `<edge id="${xmlText(edge.id)}" ${ends}>${attributes.map((name) => data(name, values[name])).join("")}</edge>\n`;
  }
  yield "</graph>\n</graphml>\n";
}

/** GEXF 1.3, a dynamic graph: each edge lives on the days of its contact. */
export function* toGexf(records: Records): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n`;
  yield `<graph mode="dynamic" defaultedgetype="undirected" timeformat="date" timerepresentation="interval">\n`;
  yield `<attributes class="node"><attribute id="kind" title="kind" type="string"/><attribute id="country" title="country" type="string"/></attributes>\n`;
  yield `<attributes class="edge">${attributes.map((name) => `<attribute id="${name}" title="${name}" type="string"/>`).join("")}</attributes>\n<nodes>\n`;
  const value = (key: string, text: string): string =>
    text === "" ? "" : `<attvalue for="${key}" value="${xmlText(text)}"/>`;
  for (const { id, name, kind, country } of nodesOf(records))
    yield `<node id="${xmlText(id)}" label="${xmlText(name)}"><attvalues>${value("kind", kind)}${value("country", country)}</attvalues></node>\n`;
  yield "</nodes>\n<edges>\n";
  for (const edge of edgesOf(records)) {
    const values = valuesOf(edge);
    const days = daysOf(values.date);
    const life = days ? ` start="${days.first}" end="${days.last}"` : "";
    yield `<edge id="${xmlText(edge.id)}" source="${xmlText(edge.from)}" target="${xmlText(edge.to)}"${life}><attvalues>${attributes.map((name) => value(name, values[name])).join("")}</attvalues></edge>\n`;
  }
  yield "</edges>\n</graph>\n</gexf>\n";
}

/** First and last day of an ISO date of any precision: `2025-03` is 2025-03-01 to 2025-03-31. */
export const daysOf = (date: string | undefined): { first: string; last: string } | undefined => {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?![\d-]|-?W)/.exec(date ?? "");
  if (!parts) return undefined;
  const [, year, month, day] = parts;
  if (day !== undefined) return { first: `${year}-${month}-${day}`, last: `${year}-${month}-${day}` };
  if (month === undefined) return { first: `${year}-01-01`, last: `${year}-12-31` };
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return { first: `${year}-${month}-01`, last: `${year}-${month}-${last}` };
};
