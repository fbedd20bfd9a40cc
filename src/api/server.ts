// All that starting a server takes, from one place, so that the command loads it only when it is called.
export { makeApp } from "./app.ts";
export { loopback } from "./guard.ts";
export { openLibrary } from "./open-library.ts";
export { serve } from "./serve.ts";
