// Words -> time expressions with their values.
import type { TimesLanguage } from "../../language/times.ts";
import type { Document } from "../../model/document.ts";
import type { Quotation, Sentence } from "../../model/sentence.ts";
import type { Time } from "../../model/time.ts";
import type { Word } from "../../model/token.ts";

/** Time expressions in text order, none inside another. Without a publication date relative ones that need it are left out. */
export const findTimes = (
  _document: Document,
  _sentences: readonly Sentence[],
  _quotations: readonly Quotation[],
  _words: readonly Word[],
  _language: TimesLanguage,
): Time[] => [];
