// What vite.config.ts makes of the tables of states and organizations.
declare module "virtual:side-names" {
  /** Names by ISO alpha-3 or organization's code. */
  export const sideNames: { readonly [code: string]: string };
}
