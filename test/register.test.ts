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
  });

  const numbersOf = (code: string) => {
    const state = states.find((one) => one.code === code);
    return [state?.cow, state?.gw];
  };

  // Correlates of War counts the reunited Germany and Yemen as new states, Gleditsch and Ward as the old ones.
  test.each([
    ["DEU", 255, 260],
    ["YEM", 679, 678],
    ["SRB", 345, 340],
    ["KIR", 946, 970],
    ["TUV", 947, 973],
    ["TON", 955, 972],
    ["NRU", 970, 971],
  ])("%s has a number of its own in each list", (code, cow, gw) => {
    expect(numbersOf(code)).toEqual([cow, gw]);
  });

  test.each([
    ["USA", 2],
    ["GBR", 200],
    ["FRA", 220],
    ["RUS", 365],
    ["CHN", 710],
    ["TWN", 713],
    ["PRK", 731],
    ["KOR", 732],
    ["VNM", 816],
    ["CZE", 316],
    ["SVK", 317],
    ["MNE", 341],
    ["XKX", 347],
    ["COD", 490],
    ["COG", 484],
    ["SDN", 625],
    ["SSD", 626],
    ["ERI", 531],
    ["TLS", 860],
    ["MMR", 775],
  ])("%s has the same number in both lists", (code, number) => {
    expect(numbersOf(code)).toEqual([number, number]);
  });

  test("the Holy See, Palestine and what belongs to other states are in neither list", () => {
    for (const code of ["VAT", "PSE", "ESH", "HKG", "MAC", "GRL", "PRI", "COK", "NIU"])
      expect(numbersOf(code), code).toEqual([undefined, undefined]);
    for (const { code, cow, gw } of states)
      expect([code, cow === undefined]).toEqual([code, gw === undefined]);
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
