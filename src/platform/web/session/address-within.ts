/** Only addresses of this product are followed after signing in, never another site's. */
export function addressWithin(next: string | undefined): string {
  return next !== undefined && /^\/(?![/\\])/.test(next) ? next : '/';
}
