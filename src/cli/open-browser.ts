// An address -> the reader's own browser, asked to show it.
import { spawn } from "node:child_process";

/** Opens it; false where this machine has no way to. */
export const openBrowser = (url: string): Promise<boolean> => {
  const [program, args] =
    process.platform === "darwin"
      ? ["open", [url]]
      : process.platform === "win32"
        ? ["cmd", ["/c", "start", "", url]]
        : ["xdg-open", [url]];
  return new Promise((done) => {
    const child = spawn(program as string, args as string[], { stdio: "ignore", detached: true });
    child.once("error", () => done(false));
    child.once("spawn", () => {
      child.unref();
      done(true);
    });
  });
};
