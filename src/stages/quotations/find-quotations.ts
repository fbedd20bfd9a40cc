// Text -> quotations: what stands between quotation marks, whatever marks the text uses.
import type { QuotationsLanguage } from "../../language/quotations.ts";
import type { Document } from "../../model/document.ts";
import type { Quotation } from "../../model/sentence.ts";

/** Quotations in text order, outer before inner. Any text gives an answer; unclosed marks end with their paragraph. */
export const findQuotations = (_document: Document, _language: QuotationsLanguage): Quotation[] => [];
