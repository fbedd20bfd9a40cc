// A reading thread that gives way: where others wait for answers, an import takes what they leave of the processor.
import { readlinkSync } from "node:fs";
import { setPriority } from "node:os";
import "./reading-thread.ts";

try {
  // Linux knows each thread by a number of its own; elsewhere the thread is as any other.
  setPriority(Number(readlinkSync("/proc/thread-self").split("/").at(-1)), 10);
} catch {
  // Not allowed, or not known here.
}
