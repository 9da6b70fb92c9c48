import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';

/** A browser in front of the application: it keeps the cookies that it is given. */
export type Browser = {
  cookies: Record<string, string>;
  get(url: string): Promise<LightMyRequestResponse>;
  send(
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<LightMyRequestResponse>;
};

export function browserOf(app: FastifyInstance, cookies: Record<string, string> = {}): Browser {
  const jar = { ...cookies };
  const inject = async (options: InjectOptions): Promise<LightMyRequestResponse> => {
    const answer = await app.inject({ cookies: jar, ...options });
    for (const { name, value } of answer.cookies) {
      if (value === '') delete jar[name];
      else jar[name] = value;
    }
    return answer;
  };
  return {
    cookies: jar,
    get: async (url) => await inject({ method: 'GET', url }),
    send: async (method, url, body, headers = {}) =>
      await inject({
        method,
        url,
        headers,
        ...(body === undefined ? {} : { payload: body as object }),
      }),
  };
}
