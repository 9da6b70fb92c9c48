import { Refusal } from '../api.ts';

/**
 * What the server says of itself. `/health` is for machines that watch the server, so it stands
 * outside the API; values that are not plain are left to those machines.
 */
export async function readHealth(signal: AbortSignal): Promise<Record<string, string>> {
  const response = await fetch('/health', { signal });
  if (!response.ok) throw new Refusal({ code: 'unreachable', status: response.status });
  const found = (await response.json()) as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(found)
      .filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value))
      .map(([name, value]) => [name, String(value)]),
  );
}
