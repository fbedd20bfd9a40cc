// What every page is given: the part of the address after its name.

export type PageProps = { readonly id: string };
