// What the API answers, as docs/api.md and /api/openapi.json describe it; findings are those of the record.
import type {
  Record,
  RecordContact,
  RecordEvent,
  RecordPoint,
  RecordSpan,
  RecordStatement,
} from "../../record/schema.ts";

export type DocumentHead = Omit<Record["document"], "text">;
/** What a finding gets where it stands without its record. */
export type Alone = {
  readonly document: DocumentHead;
  readonly names: { readonly [id: string]: string };
  readonly chain: readonly {
    readonly id: string;
    readonly act: string;
    readonly negated?: boolean;
    readonly speakers: readonly string[];
    readonly source?: string;
  }[];
};
export type Contact = RecordContact & Alone;
export type Statement = RecordStatement & Alone;
export type Event = RecordEvent & Alone;
export type Page<Item> = { readonly items: readonly Item[]; readonly next?: string };

export type Comparison = {
  readonly contact: RecordContact & { readonly documents: readonly string[] };
  readonly actors: readonly {
    readonly id: string;
    readonly name: string;
    readonly country?: string;
    readonly office?: string;
  }[];
  readonly documents: readonly Pick<
    DocumentHead,
    "id" | "title" | "publisher" | "side" | "published" | "url"
  >[];
  readonly sides: readonly {
    readonly side: string;
    readonly documents: readonly string[];
    readonly points: readonly Point[];
  }[];
  readonly shared: readonly {
    readonly topic: string;
    readonly relation: "same" | "reworded" | "contrary";
    readonly points: readonly { readonly side: string; readonly point: string }[];
    readonly differences: readonly string[];
  }[];
  readonly only: readonly { readonly side: string; readonly points: readonly string[] }[];
  readonly facts: readonly {
    readonly field: string;
    readonly agree: boolean;
    readonly values: readonly {
      readonly side: string;
      readonly value: string | null;
      readonly span?: RecordSpan;
    }[];
  }[];
};
export type Point = RecordPoint & { readonly document: string; readonly via: readonly string[] };

export type Summary = {
  readonly id: string;
  readonly channel: string;
  readonly status: string;
  readonly date?: string;
  readonly sides: readonly string[];
  readonly actors: readonly { readonly id: string; readonly name: string; readonly side?: string }[];
  readonly documents: readonly string[];
  readonly same: number;
  readonly reworded: number;
  readonly contrary: number;
  readonly only: { readonly [side: string]: number };
  readonly contradictions: readonly {
    readonly topic: string;
    readonly told: readonly { readonly side: string; readonly words: string }[];
  }[];
};
export type News = {
  readonly counts: { readonly [layer: string]: number };
  readonly contacts: readonly Contact[];
  readonly accounts: readonly Summary[];
  readonly contradictions: readonly Summary[];
  readonly failures: readonly { readonly source: string; readonly reason: string; readonly root: string }[];
  readonly failed: number;
};

export type Identity = {
  readonly key: string;
  readonly kind: string;
  readonly name: string;
  readonly country: string | null;
  readonly wikidata: string | null;
  readonly documents: number;
  readonly mentions: number;
};
export type ActorFile = Identity & {
  readonly names: readonly { readonly name: string; readonly documents: number }[];
  readonly offices: readonly {
    readonly title: string;
    readonly of?: string;
    readonly from?: string;
    readonly to?: string;
    readonly basis: "text" | "register";
    readonly documents: readonly string[];
  }[];
  readonly counterparts: readonly (Identity & {
    readonly contacts: number;
    readonly first: string | null;
    readonly last: string;
  })[];
  readonly calendar: readonly { readonly date: string; readonly contacts: number }[];
};

export type DocumentRow = {
  readonly id: string;
  readonly address: string;
  readonly version: number;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly side: string | null;
  readonly published: string | null;
};
export type Found = DocumentRow & {
  readonly hits: readonly (RecordSpan & {
    readonly marks: readonly { readonly start: number; readonly end: number }[];
  })[];
};
export type Facets = {
  readonly documents: number;
  readonly exact: boolean;
  readonly publisher: readonly Count[];
  readonly side: readonly Count[];
  readonly year: readonly Count[];
};
export type Count = { readonly name: string; readonly count: number };

export type Entry = {
  readonly date: string;
  readonly first?: string;
  readonly last?: string;
  readonly planned: boolean;
} & (
  | { readonly layer: "contacts"; readonly finding: Contact }
  | { readonly layer: "statements"; readonly finding: Statement }
  | { readonly layer: "events"; readonly finding: Event }
);
export type Ties = {
  readonly actors: number;
  readonly nodes: readonly {
    readonly key: string;
    readonly name: string;
    readonly kind: string;
    readonly country: string | null;
    readonly contacts: number;
  }[];
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    readonly contacts: number;
    readonly first: string;
    readonly last: string;
  }[];
};
