// The names of all commands -> the commands, in the order in which help lists them.
import type { Command } from "commander";

/** Each command by its name; its file, and what that needs, is loaded only where the command is called. */
export const commands: { readonly [name: string]: () => Promise<Command> } = {
  read: async () => (await import("./read.ts")).readCommand,
  compare: async () => (await import("./compare.ts")).compareCommand,
  demo: async () => (await import("./demo.ts")).demoCommand,
  add: async () => (await import("./add.ts")).addCommand,
  retry: async () => (await import("./add.ts")).retryCommand,
  failures: async () => (await import("./add.ts")).failuresCommand,
  watch: async () => (await import("./watch.ts")).watchCommand,
  contacts: async () => (await import("./contacts.ts")).contactsCommand,
  statements: async () => (await import("./statements.ts")).statementsCommand,
  events: async () => (await import("./events.ts")).eventsCommand,
  actors: async () => (await import("./actors.ts")).actorsCommand,
  documents: async () => (await import("./documents.ts")).documentsCommand,
  search: async () => (await import("./documents.ts")).searchCommand,
  timeline: async () => (await import("./timeline.ts")).timelineCommand,
  show: async () => (await import("./show.ts")).showCommand,
  stats: async () => (await import("./stats.ts")).statsCommand,
  serve: async () => (await import("./serve.ts")).serveCommand,
  export: async () => (await import("./export.ts")).exportCommand,
  register: async () => (await import("./register.ts")).registerCommand,
  explain: async () => (await import("./explain.ts")).explainCommand,
  correct: async () => (await import("./correct.ts")).correctCommand,
  corrections: async () => (await import("./correct.ts")).correctionsCommand,
  undo: async () => (await import("./correct.ts")).undoCommand,
  redo: async () => (await import("./correct.ts")).redoCommand,
  reread: async () => (await import("./reread.ts")).rereadCommand,
  doctor: async () => (await import("./doctor.ts")).doctorCommand,
  completion: async () => (await import("./completion.ts")).completionCommand,
};
