// A day and a number of days -> the day that many days later.

export const shiftedDay = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
