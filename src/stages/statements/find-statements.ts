// Words and actors -> statements: who says what, through whom.
import type { StatementsLanguage } from "../../language/statements.ts";
import type { Reading } from "../../model/reading.ts";
import type { Statement } from "../../model/statement.ts";

/** The layers that statements are read from. */
export type StatementsInput = Omit<Reading, "statements" | "contacts" | "events">;

/** Statements in text order of their first character; an outer one before those within it. */
export const findStatements = (_reading: StatementsInput, _language: StatementsLanguage): Statement[] => [];
