import { type Language, text } from './http/problem-catalogue.ts';

// What is done within a second needs no word.
const WORTH_SAYING_MS = 1_000;

/** Talks to the person at the terminal, in the language of the terminal, Chinese unless it is set to English. */
export type Console = {
  say(key: string, values?: Record<string, unknown>): void;
  /** Does the work; says what it is about if it takes longer than a second, and when it is done. */
  during<Value>(
    key: string,
    work: (progress: Progress, turnTo: TurnTo) => Promise<Value>,
  ): Promise<Value>;
};

/** Done and total, in whatever unit the work counts; a total of 0 is one that nobody knows. */
export type Progress = (done: number, total: number) => void;

/** Names the step that the work turns to, which is said if it takes longer than a second itself. */
export type TurnTo = (key: string) => void;

export function terminalLanguage(environment: NodeJS.ProcessEnv): Language {
  return /^en/i.test(environment['MINGBAI_LANGUAGE'] ?? '') ? 'en' : 'zh-CN';
}

export function consoleOn(stream: NodeJS.WritableStream, language: Language): Console {
  const line = (content: string): void => {
    stream.write(`${content}\n`);
  };
  const say = (key: string, values: Record<string, unknown> = {}): void =>
    line(text(language, key, values));
  return {
    say,
    during: async (key, work) => {
      const started = Date.now();
      let spoken = 0;
      let about = key;
      let share = '';
      const speak = (): void => {
        spoken = Date.now();
        line(`${text(language, about)}${share}`);
      };
      const timer = setInterval(speak, 5 * WORTH_SAYING_MS);
      let first = setTimeout(speak, WORTH_SAYING_MS);
      const progress: Progress = (done, total) => {
        share = total > 0 ? ` ${Math.floor((done / total) * 100)} %` : ` ${done}`;
        if (spoken > 0 && Date.now() - spoken >= WORTH_SAYING_MS) speak();
      };
      const turnTo: TurnTo = (next) => {
        about = next;
        share = '';
        clearTimeout(first);
        first = setTimeout(speak, WORTH_SAYING_MS);
      };
      try {
        const value = await work(progress, turnTo);
        if (spoken > 0) {
          const seconds = ((Date.now() - started) / 1000).toFixed(1);
          say('start:done', { what: text(language, key), seconds });
        }
        return value;
      } finally {
        clearInterval(timer);
        clearTimeout(first);
      }
    },
  };
}
