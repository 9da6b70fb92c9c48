import { useParams } from '@tanstack/react-router';

/** The part of the path under a `$name`; a screen asks only for names that its own path has. */
export function usePathParameter(name: string): string {
  const parameters = useParams({ strict: false }) as Readonly<Record<string, string | undefined>>;
  const value = parameters[name];
  if (value === undefined) throw new Error(`The path of this screen has no $${name}`);
  return value;
}
