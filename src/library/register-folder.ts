// Where a user's own facts about office holders are kept: the folder that DRAGOMAN_REGISTER names, else the user's data folder.
import { homedir } from "node:os";
import { join } from "node:path";

/** The folder of one's own register; it need not be there. */
export const registerFolder = (): string =>
  process.env.DRAGOMAN_REGISTER ||
  join(process.env.XDG_DATA_HOME || join(homedir(), ".local", "share"), "dragoman", "register");
