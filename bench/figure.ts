// What a bench prints: one figure of one layer on one data file.

/** `value` is in per cent for accuracies, in the figure's own unit for speeds. */
export type Figure = { layer: string; data: string; figure: string; value: number };

/** What every bench/LAYER.ts exports as `measure`. `data` is empty where its default files are meant. */
export type Measure = (options: { data: string[] }) => Promise<Figure[]> | Figure[];
