/**
 * What people see while the bootstrap works, in both languages, for here it is not known yet which
 * one they read. Always on stderr: stdout belongs to the program that is started.
 */
export function say(chinese, english) {
  process.stderr.write(`${chinese} · ${english}\n`);
}

/** Something that people have to put right; the bootstrap ends with it. */
export class Unready extends Error {
  constructor(chinese, english) {
    super(`${chinese}\n${english}`);
    this.name = 'Unready';
  }
}

/** Runs a command of the bootstrap; its exit code becomes the process's. */
export async function runCommand(command) {
  try {
    process.exitCode = await command();
  } catch (error) {
    process.stderr.write(`\n${error instanceof Unready ? error.message : error.stack}\n`);
    process.exitCode = 1;
  }
}

/** Seconds since `begun` (a value of `performance.now()`), to one decimal. */
export function secondsSince(begun) {
  return `${((performance.now() - begun) / 1000).toFixed(1)} s`;
}
