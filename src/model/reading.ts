// Everything found in one document: readonly layers of plain objects, each built once and never changed.
import type { Actor, Mention } from "./actor.ts";
import type { Contact } from "./contact.ts";
import type { Document } from "./document.ts";
import type { Event } from "./event.ts";
import type { Name } from "./name.ts";
import type { Quotation, Sentence } from "./sentence.ts";
import type { Statement } from "./statement.ts";
import type { Time } from "./time.ts";
import type { Token, Word } from "./token.ts";

/** What made a reading: the program's version, and the models it read with (their date and a digest of their weights). */
export type Maker = { readonly version: string; readonly models: string };

/** The layers in the order in which they are made. `sentences` own the tokens whose `sentence` is their index. */
export type Reading = {
  readonly maker: Maker;
  readonly document: Document;
  readonly quotations: readonly Quotation[];
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly Token[];
  readonly words: readonly Word[];
  readonly names: readonly Name[];
  readonly times: readonly Time[];
  readonly mentions: readonly Mention[];
  readonly actors: readonly Actor[];
  readonly statements: readonly Statement[];
  readonly contacts: readonly Contact[];
  readonly events: readonly Event[];
};
