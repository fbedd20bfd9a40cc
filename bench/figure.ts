// What a bench prints: one figure of one layer on one data file.

/** `value` is in per cent for accuracies, in the figure's own unit for speeds. */
export type Figure = { layer: string; data: string; figure: string; value: number };

/** What every bench/LAYER.ts exports as `measure`. `data` is empty where its default files are meant. */
export type Measure = (options: { data: string[] }) => Promise<Figure[]> | Figure[];

/** Makes the figures of one layer on one data file. */
export const figureOn =
  (layer: string, data: string) =>
  (figure: string, value: number): Figure => ({ layer, data, figure, value });

/** A part of a whole in per cent; 0 of nothing. */
export const share = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole);
