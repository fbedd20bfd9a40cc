// The register held against public lists of office holders; each disagreement becomes a line of bench/register-disagreements.tsv.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadLanguage } from "../../src/language/language.ts";
import { corpus } from "../data.ts";
import type { Measure } from "../figure.ts";
import { agreement, compareClaims, listOf, unconfirmed } from "../sets/register-check.ts";
import { readForeignMinisters, readHeads } from "../sets/register-claims.ts";

const heads = "actors/heads-of-state-and-government-2015-2026.csv";
const ministers = "actors/foreign-ministers-2022-12.csv";

/** Shares of the lists' holders that the register has, and has from the same month on. */
export const measure: Measure = () => {
  const { register, states } = loadLanguage().actors;
  const claims = [...readHeads(corpus(heads), states), ...readForeignMinisters(corpus(ministers), states)];
  const found = compareClaims(register, claims);
  writeFileSync(
    join(import.meta.dirname, "..", "register-disagreements.tsv"),
    listOf(found, unconfirmed(register, claims)),
  );
  return [heads, ministers].flatMap((data) => {
    const source = data === heads ? "heads" : "foreign ministers";
    const { known, dated } = agreement(found.filter((one) => one.claim.source === source));
    return [
      { layer: "register", data: data.slice(7), figure: "holders known", value: known },
      { layer: "register", data: data.slice(7), figure: "known from the same month", value: dated },
    ];
  });
};
