// Exchanges between sides, and each side's account of them cut into points.
import type { Span } from "./span.ts";

export type Channel = "call" | "video" | "meeting" | "visit" | "letter" | "message" | "other";
export type ContactStatus = "held" | "planned" | "cancelled" | "denied";
export type Role = "initiator" | "host" | "guest" | "other";

export type Participant = { readonly actor: number; readonly side?: string; readonly role?: Role };

/** How long an exchange lasted: the words, and their TIMEX3 value (`PT2H`). */
export type Duration = Span & { readonly value: string };

/** The smallest unit that an account makes. `statement` is an index into statements; none where a readout speaks itself. */
export type Point = {
  readonly statement?: number;
  readonly act: string;
  readonly speakers: readonly number[];
  readonly topic: string;
  readonly content: readonly Span[];
};

/** What one side says of a contact. */
export type Account = { readonly side: string; readonly points: readonly Point[] };

/**
 * One exchange. `date` is ISO, down to the day where the text allows; `within` an index into statements; `outcomes`
 * what came of it, from the verb on.
 */
export type Contact = {
  readonly index: number;
  readonly channel: Channel;
  readonly status: ContactStatus;
  readonly participants: readonly Participant[];
  readonly date?: string;
  readonly place?: Span & { readonly country?: string };
  readonly duration?: Duration;
  readonly topics: readonly Span[];
  readonly outcomes: readonly Span[];
  readonly evidence: readonly Span[];
  readonly within?: number;
  readonly accounts: readonly Account[];
  readonly rule: string;
};

/** A contact of which it isn't known yet what its sides say. */
export type BareContact = Omit<Contact, "accounts">;
