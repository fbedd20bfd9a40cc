// The register's tables as they ship: codes known, no two rows for one thing, names that point to one state.
import { describe, expect, test } from "vitest";
import { loadBodies, loadOrganizations, loadStates } from "../src/language/register.ts";

const states = loadStates();
const organizations = loadOrganizations(states);
const bodies = loadBodies(states);

describe("states", () => {
  test("a name, a capital and a seat each point to one state", () => {
    const owner = new Map<string, string>();
    for (const state of states)
      for (const name of [state.name, ...state.names, ...state.seats]) {
        expect([undefined, state.code], `${name} of ${state.code}`).toContain(owner.get(name));
        owner.set(name, state.code);
      }
  });

  test("the state lists' numbers are used once each", () => {
    for (const list of ["cow", "gw"] as const) {
      const numbers = states.map((state) => state[list]).filter((one) => one !== undefined);
      expect(new Set(numbers).size).toBe(numbers.length);
    }
    const germany = states.find((state) => state.code === "DEU");
    expect([germany?.cow, germany?.gw]).toEqual([255, 260]);
  });

  test("every member of the United Nations has its row", () => {
    expect(states.filter((state) => state.cow !== undefined).length).toBeGreaterThanOrEqual(195);
  });
});

test("organizations' names don't collide with each other's", () => {
  const owner = new Map<string, string>();
  for (const one of organizations)
    for (const name of new Set([one.name, ...one.names])) {
      expect([undefined, one.code], `${name} of ${one.code}`).toContain(owner.get(name));
      owner.set(name, one.code);
    }
});

test("a body stands once for each country", () => {
  const keys = bodies.map((body) => `${body.name} ${body.country}`);
  expect(new Set(keys).size).toBe(keys.length);
});
