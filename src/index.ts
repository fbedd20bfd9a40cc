// The public surface: text in, reading and record out.
export { type Header, toDocument } from "./import/document.ts";
export { InputError } from "./import/error.ts";
export { LanguageError } from "./language/error.ts";
export { type Language, loadLanguage } from "./language/language.ts";
export type { Document } from "./model/document.ts";
export type { Reading } from "./model/reading.ts";
export { type ReadOptions, read } from "./read.ts";
export type {
  Record,
  RecordActor,
  RecordContact,
  RecordEvent,
  RecordPoint,
  RecordSpan,
  RecordStatement,
  RecordTime,
} from "./record/schema.ts";
export { toRecord } from "./record/to-record.ts";
