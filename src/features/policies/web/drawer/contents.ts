type Content = Readonly<Record<string, unknown>>;

// Items come as their packs have them; the check of packs holds their form, so what does not fit is left out here.

export function recordIn(value: unknown): Content {
  return typeof value === 'object' && value !== null ? (value as Content) : {};
}

export function listIn(content: unknown, key: string): readonly unknown[] {
  const list = recordIn(content)[key];
  return Array.isArray(list) ? list : [];
}

export function textIn(content: unknown, key: string): string | undefined {
  const text = recordIn(content)[key];
  return typeof text === 'string' ? text : undefined;
}

export function numberIn(content: unknown, key: string): number | undefined {
  const number = recordIn(content)[key];
  return typeof number === 'number' ? number : undefined;
}

export function textsIn(list: readonly unknown[]): string[] {
  return list.filter((each) => typeof each === 'string');
}
